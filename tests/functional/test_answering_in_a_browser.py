"""Somebody with a phone or a keyboard answers: from the link to "saved"."""

from playwright.sync_api import BrowserContext, Page

from tests.browsing import barriers, complaints
from tests.functional.served import Served, enter


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


def test_another_language_takes_along_what_was_entered(desk: Page, served: Served) -> None:
    seen = complaints(desk, served.address)
    enter(desk, served.link)
    desk.locator(".languages summary").click()
    desk.get_by_role("link", name="Deutsch").click()
    desk.wait_for_url("**?lang=de")

    assert desk.locator("html").get_attribute("lang") == "de"
    assert desk.locator("fieldset").first.get_by_label("Selten").is_checked()
    assert desk.get_by_role("textbox").input_value() == "A visit."
    assert (served.stored(), seen) == ([], [])
