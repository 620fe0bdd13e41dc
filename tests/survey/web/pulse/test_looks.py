"""The pages for employees as a browser draws them, for everybody who may have to use them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser, Page

from survey.db import open_stores
from survey.questionnaires.reading import ours
from survey.services.stop_reminders import stop_token
from tests.browsing import SPILLS, barriers, chromium, complaints, on_loopback
from tests.stores import company_settings
from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.answering import answering_in
from tests.survey.web.pulse.fullest import fullest
from tests.survey.web.pulse.pulses import ARABIC, LINK, WORDS, method_page
from tests.survey.web.pulse.stage import PAGE, app_over

# Links within a sentence are as high as its lines; all else that is pressed has room for a thumb.
TOO_LOW = """
[...document.querySelectorAll('a, button, summary, label, textarea, input.hours')]
  .filter(e => e.checkVisibility() && !e.closest('#open') && !e.matches('label.text'))
  .filter(e => Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 43.5)
  .map(e => e.outerHTML)
"""
FOCUSED = """
(() => {
  const at = document.activeElement, drawn = at.closest('.answers label') ?? at;
  if (at === document.body) return null;
  const {outlineStyle, outlineWidth} = getComputedStyle(drawn), {left, top, width, height} = at.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return [at.outerHTML, outlineStyle + outlineWidth, drawn.contains(above)];
})()
"""
HEIGHTS = "[...document.querySelectorAll('.answers')].map(e => e.getBoundingClientRect().height)"
OPEN_ALL = "document.querySelectorAll('main details').forEach(e => e.open = true)"
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'"


@dataclass(frozen=True, slots=True)
class Site:
    address: str
    pages: dict[str, str]

    def at(self, page: str, language: str) -> str:
        return f"{self.address}{self.pages[page]}?lang={language}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The service with an open wave: 1 has not answered, 2 has, 3 has withdrawn."""
    settings = company_settings(request, tmp_path_factory.mktemp("looks"), database="sqlite")
    stores = open_stores(settings)
    answering = answering_in(settings, stores)
    answering.client.post(answering.page(2), data={"L1": "4"})
    secret = answering.app.extensions["aloft"].secret
    pages = {
        "open": answering.page(1),
        "again": answering.page(2),
        "saved": f"{answering.page(2)}/saved",
        "withdrawn": f"{answering.page(3)}/withdrawn",
        "closed": "/pulse/closed",
        "method": "/method",
        "stop": f"/reminders/1/{stop_token(secret, 1)}",
        "mistyped": "/reminders/1/x",
    }
    with on_loopback(answering.app) as address:
        yield Site(address, pages)
    stores.dispose()


@pytest.fixture(scope="module")
def rare() -> Iterator[Site]:
    """Pages made up: every kind of question in every language, one of them written from right to left."""
    about = method_page()
    arabic = replace(about.questionnaire, words={**WORDS, **ours().words, "ar": ARABIC})
    items = tuple(replace(item, text={**item.text, "ar": "عندما يأتي أحد بخبر"}) for item in fullest("en").items)
    full = replace(fullest("en"), items=items)
    door = FakeDoor({LINK: full}, replace(about, questionnaire=arabic))
    with on_loopback(app_over(door)) as address:
        yield Site(address, {"full": PAGE})


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 360), ("en", "dark", 1280), ("de", "light", 1280), ("de", "dark", 360)],
)
def test_no_page_has_a_barrier_or_complains(
    browser: Browser, site: Site, language: str, scheme: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        seen = complaints(page, site.address)
        for name in site.pages:
            page.goto(site.at(name, language))
            page.evaluate(OPEN_ALL)

            assert (name, barriers(page)) == (name, [])
            assert (name, page.evaluate(TOO_LOW)) == (name, [])
        assert seen == []


@pytest.mark.parametrize(
    ("width", "height", "act"), [(320, 640, ""), (360, 740, ""), (640, 360, ""), (640, 900, TWICE_AS_LARGE)]
)
def test_nothing_is_to_be_scrolled_sideways(
    browser: Browser, site: Site, rare: Site, width: int, height: int, act: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        for language in ours().languages:
            for address in (*(site.at(name, language) for name in site.pages), rare.at("full", language)):
                page.goto(address)
                page.evaluate(f"{OPEN_ALL}; {act}")

                assert page.evaluate(SPILLS) is False, address


def test_on_a_low_window_nothing_stands_in_the_way(browser: Browser, site: Site) -> None:
    with browser.new_context(viewport={"width": 640, "height": 360}) as context:
        page = context.new_page()
        page.goto(site.at("open", "en"))

        assert page.locator(".start").evaluate("e => getComputedStyle(e).position") == "static"
        assert page.locator(".progress").evaluate("e => getComputedStyle(e).position") == "static"


def test_the_list_of_languages_opens_and_leads_to_them(browser: Browser, site: Site) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(site.at("open", "en"))
        page.get_by_text("English").click()
        too_low, spills = page.evaluate(TOO_LOW), page.evaluate(SPILLS)
        page.get_by_role("link", name="Français").click()

        assert (too_low, spills) == ([], False)
        assert page.locator("html").get_attribute("lang") == "fr"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_has_the_focus_is_seen_to_have_it(browser: Browser, rare: Site, scheme: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(rare.at("full", "de"))
        stops = list(focus_stops(page))

        assert len(stops) > 20
        assert [stop for stop in stops if stop[1:] != ["solid3px", True]] == []


def focus_stops(page: Page) -> Iterator[list[object]]:
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            return
        yield found


@pytest.mark.parametrize("width", [360, 1280])
def test_a_row_stands_still_when_an_answer_is_chosen(browser: Browser, rare: Site, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        for language in (*ours().languages, "ar"):
            page.goto(rare.at("full", language))
            before = page.evaluate(HEIGHTS)
            for number, question in enumerate(page.locator(".answers").all()):
                question.locator("label").nth(number % 5).click()

            assert page.evaluate(HEIGHTS) == before, language


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_page_written_from_right_to_left_is_mirrored(browser: Browser, rare: Site, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(rare.at("full", "ar"))
        company, switch = page.locator(".top p").bounding_box(), page.locator(".languages").bounding_box()
        first, second = (page.locator(".answers label").nth(number).bounding_box() for number in (0, 1))
        page.keyboard.press("Tab")
        spills = page.evaluate(SPILLS)

        assert company
        assert switch
        assert first
        assert second
        assert company["x"] > switch["x"]
        assert first["x"] > second["x"] or first["y"] < second["y"]
        assert not spills
        assert barriers(page) == []
