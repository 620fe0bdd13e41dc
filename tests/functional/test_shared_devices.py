"""Whoever uses a device next finds nothing of what was answered on it; a draft stays on one's own, until it is sent."""

import pytest
from playwright.sync_api import Browser, Page

from tests.functional.served import Served, enter

ENTERED = "[...document.querySelectorAll(':checked, textarea')].map(e => e.value ?? '').join('')"
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
NOTHING_KEPT = '[{},{},""]'


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_shared_device_shows_nothing_to_whoever_comes_next(
    browser: Browser, served: Served, *, has_scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=has_scripts) as context:
        page = context.new_page()
        enter(page, served.link)
        page.get_by_role("button", name="Send my answers").click()
        page.wait_for_url(f"{served.link}/saved")
        page.go_back()
        told, entered = page.inner_text(".notice"), page.locator(":checked").count()

        assert told.startswith("You have answered.")
        assert (entered, page.get_by_role("textbox").input_value()) == (0, "")
        assert context.cookies() == []
        assert not has_scripts or page.evaluate(KEPT) == NOTHING_KEPT


def test_a_page_out_of_the_memory_of_the_browser_is_asked_for_afresh(desk: Page, served: Served) -> None:
    enter(desk, served.link)
    with desk.expect_navigation():
        desk.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    assert desk.evaluate(ENTERED) == ""


def test_without_being_told_so_a_device_keeps_no_draft(desk: Page, served: Served) -> None:
    enter(desk, served.link)
    kept = desk.evaluate(KEPT)
    desk.reload()

    assert (kept, desk.evaluate(ENTERED)) == (NOTHING_KEPT, "")


def test_ones_own_device_keeps_a_draft_until_it_is_sent(desk: Page, served: Served) -> None:
    desk.goto(served.link)
    desk.get_by_label("This is my own device").check()
    enter(desk, served.link)
    desk.get_by_role("link", name="Some limits remain").click()
    desk.goto(served.link)
    brought = desk.evaluate(ENTERED)
    desk.get_by_role("button", name="Send my answers").click()
    desk.wait_for_url(f"{served.link}/saved")

    # The box that asks for the draft is ticked, too.
    assert brought == "on2A visit."
    assert desk.evaluate(KEPT) == NOTHING_KEPT


def test_a_draft_is_dropped_with_the_mark_that_asked_for_it(desk: Page, served: Served) -> None:
    desk.goto(served.link)
    desk.get_by_label("This is my own device").check()
    enter(desk, served.link)
    desk.get_by_label("This is my own device").uncheck()

    assert desk.evaluate(KEPT) == NOTHING_KEPT
