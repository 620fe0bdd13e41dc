"""All pages of results of the service as a browser draws them, with names that are long, foreign or hostile."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from survey.config import Settings
from survey.db import open_stores
from tests.browsing import SPILLS, barriers, chromium, complaints, on_loopback
from tests.survey.web.house import PAGES, furnished

BY_KEYBOARD = ("overview", "division", "comments", "brief", "alert", "moments")
LISTEN = """() => {
    window.reached = new Set();
    window.unseen = [];
    addEventListener("focusin", ({target}) => {
        window.reached.add(target);
        if (getComputedStyle(target).outlineStyle === "none") window.unseen.push(target.outerHTML);
    });
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")]
    .filter(one => one.checkVisibility() && !one.closest("dialog:not([open])") && !window.reached.has(one))
    .map(one => one.outerHTML)"""
STOPS = """document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']").length
    + 3 * document.querySelectorAll("input[type=date]").length"""
"""A date has a stop for each of its parts and one for the calendar."""
BOLD = "getComputedStyle([...document.querySelectorAll('.annotation-text tspan')].at(-1)).fontWeight"
RULES = "document.getElementById('plotly.js-style-global').sheet.cssRules.length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def address(sqlite_settings: Settings) -> Iterator[str]:
    stores = open_stores(sqlite_settings)
    with on_loopback(furnished(sqlite_settings, stores)) as served:
        yield served
    stores.dispose()


def let_in(context: BrowserContext, address: str, cookie: str = "hr") -> Page:
    context.add_cookies([{"name": "aloft", "value": cookie, "url": address}])
    return context.new_page()


def visit(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer
    assert answer.status == 200, address
    if page.locator(".plot").count():
        page.wait_for_selector("html[data-charts=drawn]", state="attached")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.wait_for_selector("html[data-charts=drawn]", state="attached")


@pytest.mark.parametrize(("width", "scheme", "reader"), [(320, "dark", "de"), (1280, "light", "hr")])
def test_every_page_keeps_inside_the_screen_and_opens_to_everybody(
    browser: Browser, address: str, width: int, scheme: str, reader: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:  # type: ignore[arg-type] -- one of two words
        page = let_in(context, address, reader)
        seen = complaints(page, address)
        for path in PAGES.values():
            visit(page, address + path)

            assert page.locator("h1").count() == 1, path
            assert barriers(page) == [], path
            assert page.evaluate(SPILLS) is False, path
            assert page.locator("main script:not([type])").count() == 0, path
        assert seen == []


def test_the_keyboard_reaches_every_control_and_is_seen_there(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = let_in(context, address)
        for name in BY_KEYBOARD:
            visit(page, address + PAGES[name])
            page.evaluate(LISTEN)
            for _ in range(page.evaluate(STOPS)):
                page.keyboard.press("Tab")

            assert page.evaluate(MISSED) == [], name
            assert page.evaluate("window.unseen") == [], name


def test_a_chart_is_drawn_as_the_policy_of_the_service_allows(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = let_in(context, address)
        visit(page, address + PAGES["overview"])

        assert page.evaluate(RULES) > 0
        assert page.evaluate(BOLD) in {"700", "bold"}


def test_the_brief_is_one_sheet_on_paper(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = let_in(context, address, "de")
        visit(page, address + PAGES["brief"])
        sheet = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1
