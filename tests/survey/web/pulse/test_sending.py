"""What becomes of a form: kept, refused with all that was typed, or withdrawn."""

import pytest
from werkzeug.test import Client, TestResponse

from survey.services.answering.pulse import Sent
from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.pulses import COMMENT, COUNT, HOURS, ITEMS, LINK, door
from tests.survey.web.pulse.reading import Seen
from tests.survey.web.pulse.stage import PAGE, app_over

COMPLETE = {item.code: "4" for item in ITEMS[:-1]}
KIND = "Not sent yet"


def test_what_was_sent_is_kept_and_said_to_be(one: FakeDoor, client: Client) -> None:
    answer = client.post(PAGE, data={**COMPLETE, "C2": "none", "O1": " A visit.\r\nThen a call. "})

    assert (answer.status_code, answer.location) == (303, f"{PAGE}/saved")
    assert one.stored[LINK] == Sent({**dict.fromkeys(COMPLETE, 4), "C2": None}, "A visit.\nThen a call.")
    assert "Saved. Thank you." in client.get(answer.location).text


def test_a_question_may_be_left_out(one: FakeDoor, client: Client) -> None:
    answer = client.post(PAGE, data={"L1": "4", "C1": "", "O1": ""})

    assert answer.status_code == 303
    assert one.stored[LINK] == Sent({"L1": 4}, "")


def test_the_page_knows_how_to_say_that_a_question_was_left_out(client: Client) -> None:
    page = client.get(PAGE).text

    assert "1 question has no answer: <i></i>. You may send without it." in page
    assert "10 questions have no answer: <i></i>. You may send without them." in page


def test_a_comment_alone_may_be_sent(one: FakeDoor, client: Client) -> None:
    assert client.post(PAGE, data={"O1": "A visit."}).status_code == 303
    assert one.stored[LINK] == Sent({}, "A visit.")


def test_an_empty_form_does_not_replace_what_was_answered(one: FakeDoor, client: Client) -> None:
    one.stored[LINK] = Sent({"L1": 2}, "")
    answer = client.post(PAGE, data=dict.fromkeys([*COMPLETE, "O1"], " "))

    assert answer.status_code == 422
    assert "there is nothing to send" in answer.text
    assert one.stored[LINK] == Sent({"L1": 2}, "")


def refused(entered: dict[str, str]) -> tuple[FakeDoor, TestResponse, Seen]:
    one = door(items=(*ITEMS[:-1], COUNT, HOURS, COMMENT))
    answer = app_over(one).test_client().post(PAGE, data=entered)
    assert answer.status_code == 422
    assert not one.stored
    return one, answer, Seen(answer.text)


@pytest.mark.parametrize(
    ("code", "typed", "told"),
    [
        ("L1", "6", "Question 1: “6” came in, which is none of the answers."),
        ("L1", "0", "Question 1: “0” came in, which is none of the answers."),
        ("L1", "4.0", "Question 1: “4.0” came in, which is none of the answers."),
        ("L1", "٤", "Question 1: “٤” came in, which is none of the answers."),
        ("M6", "5", "Question 11: “5” came in, which is none of the answers."),
        ("H1", "161", "Question 12: “161” was entered; a whole number of hours from 0 to 160 is needed, or nothing."),
        ("H1", "2,5", "Question 12: “2,5” was entered; a whole number"),
        ("H1", "-1", "Question 12: “-1” was entered; a whole number"),
        ("H1", "x" * 99, f"Question 12: “{'x' * 20}” was entered; a whole number"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_came(code: str, typed: str, told: str) -> None:
    _, answer, seen = refused({"C1": "2", code: typed})

    assert seen.text.count(told) == 2
    assert "Everything that was entered still stands below." in seen.text
    assert f'<a class="alone" href="#{code}">' in answer.text
    assert f'id="{code}"' in answer.text
    assert KIND in seen.text


def test_a_refused_form_comes_back_with_all_that_was_entered() -> None:
    _, answer, seen = refused({**COMPLETE, "C2": "none", "M6": "0", "H1": "200", "O1": "\nA visit.\n"})

    assert seen.fields == {**COMPLETE, "C2": "none", "M6": "0", "H1": "200", "O1": "\nA visit.\n"}
    assert answer.text.count("aria-invalid") == 1
    assert 'data-shown="again"' in answer.text


def test_a_comment_that_is_too_long_is_told_and_none_of_it_lost(client: Client, one: FakeDoor) -> None:
    written = "Ünd dann 🙂 " * 1_000
    answer = client.post(PAGE, data={"L1": "3", "O1": written})
    seen = Seen(answer.text)

    assert (answer.status_code, one.stored) == (422, {})
    assert "The comment has 10,999 characters; up to 1,000 can be stored." in seen.text
    assert seen.fields == {"L1": "3", "O1": written}


def test_a_comment_is_as_long_as_it_was_typed(client: Client, one: FakeDoor) -> None:
    written = "🙂" * 499 + "\r\n" * 2 + "🙂" * 499

    assert client.post(PAGE, data={"O1": written}).status_code == 303
    assert len(one.stored[LINK].comment) == 1_000


def test_html_in_what_was_entered_comes_back_as_text(client: Client) -> None:
    written = "</textarea><script>alert(1)</script>"
    answer = client.post(PAGE, data={"L1": '"><script>', "O1": written})

    assert answer.text.count("<script") == 1
    assert "&#34;&gt;&lt;script&gt;” came in" in answer.text
    assert Seen(answer.text).fields == {"O1": written}


def test_fields_that_were_not_asked_for_are_not_looked_at(one: FakeDoor, client: Client) -> None:
    client.post(PAGE, data={"L1": "4", "H1": "9", "unit": "3", "csrf_token": "x", "person_id": "8"})

    assert one.stored[LINK] == Sent({"L1": 4}, "")


def test_answers_that_come_with_the_close_are_said_to_be_lost(one: FakeDoor, client: Client) -> None:
    one.closes_while_sending = True
    answer = client.post(PAGE, data=COMPLETE)

    assert answer.status_code == 404
    assert "What was just sent has not been saved." in answer.text


def test_withdrawing_leaves_nothing_however_often(one: FakeDoor, client: Client) -> None:
    one.stored[LINK] = Sent({"L1": 4}, "A visit.")
    for _ in range(2):
        answer = client.post(f"{PAGE}/withdraw")
        assert (answer.status_code, answer.location) == (303, f"{PAGE}/withdrawn")

    assert not one.stored
    assert "Nothing of yours is stored in this round" in client.get(f"{PAGE}/withdrawn").text


def test_a_withdrawal_after_the_close_says_that_nothing_was_withdrawn(client: Client) -> None:
    answer = client.post("/pulse/closed/withdraw")

    assert answer.status_code == 404
    assert "Nothing has been withdrawn." in answer.text
    assert "has not been saved" not in answer.text


def test_the_pages_that_follow_say_what_is_so(one: FakeDoor, client: Client) -> None:
    before = client.get(f"{PAGE}/saved").location
    one.stored[LINK] = Sent({"L1": 4}, "")

    assert (before, client.get(f"{PAGE}/withdrawn").location) == (PAGE, f"{PAGE}/saved")


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/withdraw"])
def test_forms_of_other_sites_are_refused(one: FakeDoor, client: Client, path: str, headers: dict[str, str]) -> None:
    one.stored[LINK] = Sent({"L1": 4}, "")

    assert client.post(path, data={"L1": "1"}, headers=headers).status_code == 403
    assert one.stored[LINK] == Sent({"L1": 4}, "")


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}],
)
def test_our_own_form_passes_as_browsers_send_it(client: Client, headers: dict[str, str]) -> None:
    assert client.post(PAGE, data={"L1": "1"}, headers=headers).status_code == 303


def test_each_request_asks_the_stores_once_and_does_one_thing(one: FakeDoor, client: Client) -> None:
    client.get(PAGE)
    client.post(PAGE, data=COMPLETE)
    client.post(f"{PAGE}/withdraw")

    assert one.calls == ["open", "open", "send", "open", "withdraw"]


def test_a_form_that_asks_for_another_language_saves_nothing_and_keeps_what_was_entered(
    one: FakeDoor, client: Client
) -> None:
    answer = client.post(f"{PAGE}?lang=de", data={"L1": "4", "O1": "A visit.", "redraw": "1"})

    assert answer.status_code == 200
    assert 'lang="de"' in answer.text
    assert Seen(answer.text).fields["L1"] == "4"
    assert "A visit." in answer.text
    assert KIND not in answer.text
    assert LINK not in one.stored
