"""Somebody with a phone or a keyboard answers: from the link to "saved", and leaves nothing behind."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from survey.config import Settings
from survey.db import open_stores
from survey.queries import answers
from survey.queries.answers import Stored
from tests.browsing import barriers, chromium, complaints, on_loopback
from tests.survey.web.pulse.answering import Answering, answering_in

ENTERED = "[...document.querySelectorAll(':checked, textarea')].map(e => e.value ?? '').join('')"
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
NOTHING_KEPT = '[{},{},""]'
PATIENCE = 10_000
"""Milliseconds."""

FOUR = 4
"""A person who reads English."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@dataclass
class Served:
    answering: Answering
    address: str

    @property
    def link(self) -> str:
        return self.address + self.answering.page(FOUR)

    def stored(self) -> list[Stored]:
        with self.answering.stores.answers.read() as session:
            return answers.responses(session, [self.answering.wave.id])


@pytest.fixture
def served(sqlite_settings: Settings) -> Iterator[Served]:
    stores = open_stores(sqlite_settings)
    answering = answering_in(sqlite_settings, stores)
    with on_loopback(answering.app) as address:
        yield Served(answering, address)
    stores.dispose()


# A browser that is still connected would hold the server back from ending: hence the order of these fixtures.
@pytest.fixture
def phone(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    del served
    with browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as context:
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def desk(browser: Browser, served: Served) -> Iterator[Page]:
    del served
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def test_on_a_phone_without_scripts_the_link_leads_to_saved(phone: BrowserContext, served: Served) -> None:
    page = phone.new_page()
    page.goto(served.link)
    page.get_by_role("link", name="Start with question 1").click()
    for question in page.locator("fieldset").all():
        question.get_by_label("Mostly").check()
    page.locator("fieldset").nth(1).get_by_label("Cannot say").check()
    page.get_by_role("textbox").fill("A visit.")
    page.get_by_role("button", name="Send my answers").click()
    page.wait_for_url(f"{served.link}/saved")

    assert page.get_by_role("heading", level=1).inner_text() == "Saved. Thank you."
    (row,) = served.stored()
    assert sorted(map(str, row.answers.values())) == ["4"] * 9 + ["None"]


def test_without_scripts_answers_are_withdrawn_with_one_press(phone: BrowserContext, served: Served) -> None:
    page = phone.new_page()
    page.goto(served.link)
    page.locator("fieldset").first.get_by_label("Never").check()
    page.get_by_role("button", name="Send my answers").click()
    page.get_by_role("button", name="Withdraw").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Nothing of yours is stored in this round"
    assert served.stored() == []


def test_without_scripts_nothing_of_them_is_seen(phone: BrowserContext, served: Served) -> None:
    page = phone.new_page()
    page.goto(served.link)
    seen = page.inner_text("body")

    assert "of 10 answered" not in seen
    assert "This is my own device" not in seen
    assert "On a keyboard" not in seen
    assert page.get_by_role("button").count() == 1


def answer_by_keys(page: Page, keys: str) -> None:
    """From the top of the page: start, then one key for each question and Tab to the next."""
    page.get_by_role("link", name="Start with question 1").focus()
    page.keyboard.press("Enter")
    for key in keys:
        page.keyboard.press(key)
        page.keyboard.press("Tab")


def test_the_whole_way_by_keys(desk: Page, served: Served) -> None:
    seen = complaints(desk, served.address)
    desk.goto(served.link)
    answer_by_keys(desk, "1234543210")
    desk.keyboard.type("A visit.")
    told = desk.inner_text("#told")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"{served.link}/saved")

    (row,) = served.stored()
    assert told == "10 of 10 answered"
    assert [row.answers[code] for code in ("L1", "C1", "E1", "C2", "L2", "E2")] == [1, 2, 3, 4, 5, 4]
    assert row.answers["Q1"] is None
    assert seen == []


def test_open_questions_are_told_and_may_stay_open(desk: Page, served: Served) -> None:
    desk.goto(served.link)
    before = desk.inner_text("#told")
    answer_by_keys(desk, "55555555")
    desk.locator("#onward").click()
    told = desk.inner_text("#open").replace("\N{NO-BREAK SPACE}", " ")
    focused = desk.evaluate("document.activeElement.id")
    desk.get_by_role("link", name="question 9").click()
    desk.keyboard.press("2")
    left = desk.inner_text("#open").replace("\N{NO-BREAK SPACE}", " ")
    desk.get_by_role("button", name="Send my answers").click()
    desk.wait_for_url(f"{served.link}/saved")

    assert before == "0 of 10 answered"
    assert told == "2 questions have no answer: question 9, question 10. You may send without them."
    assert left == "1 question has no answer: question 10. You may send without it."
    assert (focused, len(served.stored())) == ("open", 1)


def enter(page: Page, link: str) -> None:
    page.goto(link)
    page.locator("fieldset").first.get_by_label("Rarely").check()
    page.get_by_role("textbox").fill("A visit.")


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


def test_a_refused_form_comes_back_at_what_is_wrong(desk: Page, served: Served) -> None:
    enter(desk, served.link)
    desk.get_by_role("textbox").fill("Then. " * 500)
    desk.get_by_role("button", name="Send my answers").click()
    desk.wait_for_selector(".faults")
    focused = desk.evaluate("document.activeElement.className")
    desk.locator(".faults a").click()
    desk.keyboard.press("Tab")

    assert focused == "faults"
    assert barriers(desk) == []
    assert desk.evaluate("document.activeElement.tagName") in {"TEXTAREA", "A", "BUTTON"}
    assert len(desk.get_by_role("textbox").input_value()) == 3_000
    assert desk.locator(":checked").get_attribute("value") == "2"
