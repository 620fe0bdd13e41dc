"""The pages as a browser draws them, with Debian's chromium. Without it these tests skip, and fail under CI."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import SPILLS, barriers, chromium, complaints, on_loopback
from tests.dashboards.board import others
from tests.dashboards.board.app import made
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.tree import FakeSource

DRAWN = "html[data-charts=drawn]"
DELIVERY = "/dashboards/18/units/2"
CUT = """[...document.querySelectorAll("table.sizes, table.below")]
    .filter(table => table.checkVisibility() && table.scrollWidth > table.closest(".scroll").clientWidth + 1)
    .map(table => table.outerHTML)"""
EMPTY = "[...document.querySelectorAll('.plot')].filter(box => !box.querySelector('.trace, .point')).length"
WORDS = "[...document.querySelectorAll('.annotation-text tspan')].find(words => words.textContent.includes('Delivery'))"
BOLD = f"getComputedStyle({WORDS}).fontWeight"
CASES = [
    (meridian, "/dashboards", "ltr"),
    (meridian, DELIVERY, "ltr"),
    (meridian, DELIVERY, "rtl"),
    (others.hard_names, "/dashboards", "ltr"),
    (others.one_unit, "/dashboards", "ltr"),
    (lambda: others.waves_of(1), "/dashboards", "ltr"),
    (lambda: others.many(12, 33), "/dashboards", "ltr"),
    (others.nothing_shown, "/dashboards", "ltr"),
    (others.no_wave, "/dashboards", "ltr"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def drawn(page: Page) -> None:
    if page.locator("figure").count():
        page.wait_for_selector(DRAWN, state="attached")


@pytest.mark.parametrize(("make", "path", "direction"), CASES)
def test_pages_draw_without_complaint_barrier_or_sideways_scroll(
    browser: Browser, make: Callable[[], FakeSource], path: str, direction: str
) -> None:
    app = made(make(), direction=direction)
    with on_loopback(app) as address, browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        seen = complaints(page, address)
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address + path)
            drawn(page)

            assert page.evaluate(EMPTY) == 0
            assert page.evaluate(SPILLS) is False, width
            assert page.evaluate(CUT) == [], width
            assert barriers(page) == []
        assert seen == []


def test_the_policy_lets_plotly_write_bold(browser: Browser) -> None:
    with on_loopback(made(meridian())) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/dashboards")
        drawn(page)

        assert page.evaluate(BOLD) in {"700", "bold"}


def test_without_scripts_words_and_tables_stand(browser: Browser) -> None:
    with on_loopback(made(meridian())) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/dashboards")

        assert page.locator("h1").inner_text().startswith("Meridian is holding.")
        assert page.locator("figure table").first.is_visible()


def test_the_tables_are_reached_by_keyboard(browser: Browser) -> None:
    with on_loopback(made(meridian())) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/dashboards")
        drawn(page)
        page.locator("figure summary").first.focus()
        page.keyboard.press("Enter")

        assert page.locator("figure details[open]").count() == 1
