"""The page as a browser draws it, with Debian's chromium. Without it these tests skip, and fail under CI."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboards.report import render
from tests.browsing import SPILLS, chromium
from tests.dashboards import reports

DRAWN = "html[data-charts=drawn]"
EMPTY = (
    "[...document.querySelectorAll('.plot')].filter(box => box.querySelectorAll('.trace, .point').length === 0).length"
)
LINE_COLOUR = "getComputedStyle([...document.querySelector('.plot').querySelectorAll('.js-line')].pop()).stroke"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for name in ("meridian", "hostile", "one_unit", "one_wave", "many_units"):
        path = folder / f"{name}.html"
        path.write_text(render(getattr(reports, name)()), encoding="utf-8")
        addresses[name] = path.as_uri()
    return addresses


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what it complains about or asks for besides itself."""
    page, seen = context.new_page(), []
    page.on("console", lambda message: seen.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else seen.append(request.url))
    return page, seen


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("meridian", 1440),
        ("meridian", 360),
        ("hostile", 360),
        ("one_unit", 360),
        ("one_wave", 360),
        ("many_units", 360),
    ],
)
def test_the_page_draws_without_complaint_or_sideways_scroll(
    browser: Browser, pages: dict[str, str], name: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page, seen = watched(context)
        page.goto(pages[name])
        page.wait_for_selector(DRAWN, state="attached")

        assert seen == []
        assert page.evaluate(EMPTY) == 0
        assert page.evaluate(SPILLS) is False
        assert page.locator("figure details[open]").count() == 0


def test_dark_is_drawn_in_dark_colours(browser: Browser, pages: dict[str, str]) -> None:
    strokes = []
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme) as context:
            page, _ = watched(context)
            page.goto(pages["one_unit"])
            page.wait_for_selector(DRAWN, state="attached")
            strokes.append(page.evaluate(LINE_COLOUR))

    assert strokes == ["rgb(29, 78, 121)", "rgb(156, 200, 238)"]


def test_a_change_of_scheme_redraws(browser: Browser, pages: dict[str, str]) -> None:
    with browser.new_context(color_scheme="light") as context:
        page, _ = watched(context)
        page.goto(pages["one_unit"])
        page.wait_for_selector(DRAWN, state="attached")
        page.emulate_media(color_scheme="dark")
        line = page.locator(".plot").first.locator(".js-line").last

        expect(line).to_have_css("stroke", "rgb(156, 200, 238)")


def test_without_scripts_words_and_tables_stand(browser: Browser, pages: dict[str, str]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page, _ = watched(context)
        page.goto(pages["meridian"])

        assert page.locator("h1").inner_text().startswith("Meridian is holding.")
        assert page.locator("figure table").first.is_visible()
        assert page.locator("figure details[open]").count() == page.locator("figure").count()


def test_figures_are_found_by_their_names(browser: Browser, pages: dict[str, str]) -> None:
    with browser.new_context() as context:
        page, _ = watched(context)
        page.goto(pages["meridian"])
        page.wait_for_selector(DRAWN, state="attached")

        assert page.get_by_role("figure", name="learning in Meridian").count() == 1


def test_a_name_that_is_a_script_does_not_run(browser: Browser, pages: dict[str, str]) -> None:
    with browser.new_context() as context:
        page, _ = watched(context)
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.goto(pages["hostile"])
        page.wait_for_selector(DRAWN, state="attached")

        assert asked == []
        assert page.locator("main img").count() == 0
        assert "<b>R&D</b>" in page.locator("h1").inner_text()


def test_paper_is_light_in_a_dark_room(browser: Browser, pages: dict[str, str]) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page, _ = watched(context)
        page.goto(pages["one_unit"])
        page.wait_for_selector(DRAWN, state="attached")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")

        assert page.evaluate(LINE_COLOUR) == "rgb(29, 78, 121)"
