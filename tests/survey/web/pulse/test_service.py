"""The pages over the stores: links, headers, what is looked up."""

import string
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from survey.config import Settings
from survey.db import Stores
from survey.queries import answers
from survey.queries.replies import ReplyFacts, write_reply
from tests.survey.statements import heard
from tests.survey.web.pulse.answering import Answering, answering_in
from tests.survey.web.pulse.reading import Seen

ANSWERS = {"L1": "4", "C1": "none", "O1": "A visit to a customer."}
PATHS = ("", "/", "/saved", "/withdrawn", "/withdraw", "/x")


def told(answer: TestResponse) -> tuple[int, bytes, list[tuple[str, str]]]:
    return answer.status_code, answer.data, list(answer.headers)


def test_the_page_asks_what_was_drawn_for_this_person(answering: Answering) -> None:
    forms = {tuple(Seen(answering.client.get(answering.page(person)).text).choices) for person in range(1, 41)}

    assert all(form[:6] == ("L1", "C1", "E1", "C2", "L2", "E2") and form[9] == "Q1" for form in forms)
    assert len(forms) > 20
    assert {len(form) for form in forms} == {10}


def test_an_answer_is_stored_replaced_and_withdrawn(answering: Answering) -> None:
    client, page, seen = answering.client, answering.page(1), []
    for path, form in (("", ANSWERS), ("", {"L1": "2"}), ("/withdraw", {})):
        client.post(page + path, data=form)
        with answering.stores.answers.read() as session:
            seen.append([dict(row.answers) for row in answers.responses(session, [answering.wave.id])])

    assert seen == [[{"C1": None, "L1": 4}], [{"L1": 2}], []]
    assert "Nothing of yours is stored in this round" in client.get(f"{page}/withdrawn?lang=en").text


def test_a_second_visit_is_told_from_the_first(answering: Answering) -> None:
    page = answering.page(1)
    before = answering.client.get(page).text
    answering.client.post(page, data=ANSWERS)

    # Person 1 reads German.
    assert "Es liegt schon eine Antwort vor." not in before
    assert "Es liegt schon eine Antwort vor." in answering.client.get(page).text
    assert "A visit to a customer." not in answering.client.get(page).text


def test_what_was_said_about_the_last_wave_is_shown_in_the_next(answering: Answering) -> None:
    answering.running.close(answering.wave)
    with answering.stores.company.write() as session:
        said = ReplyFacts("Approvals take long.", "Teams decide up to 40 hours.", "")
        write_reply(session, wave=answering.wave.id, reply=said, account=None, now=answering.running.now)
    wave = answering.running.open_next()
    token = answering.running.tokens(wave)[4]

    assert "Approvals take long. We did Teams decide" in Seen(answering.client.get(f"/pulse/{token}").text).text


def links(answering: Answering) -> dict[str, str]:
    """One link of each kind that is not open, at a moment when the last of them is not open yet."""
    closed = answering.tokens[1]
    answering.running.close(answering.wave)
    wave = answering.running.open_next()
    early = answering.running.tokens(wave)[1]
    answering.running.now = wave.opens_at - timedelta(minutes=1)
    swapped = early.swapcase()
    return {
        "closed": closed,
        "unknown": "A" * 43,
        "mistyped": swapped,
        "cut": early[:-3],
        "early": early,
        "odd": "ü%00",
    }


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_link_that_is_not_open_gets_the_same_answer(answering: Answering, method: str) -> None:
    found = links(answering)
    for path in PATHS:
        got = {kind: told(answering.client.open(f"/pulse/{link}{path}", method=method)) for kind, link in found.items()}
        status, page, _ = got["closed"]

        assert len({repr(one) for one in got.values()}) == 1, got
        assert status == 404
        assert b"This link is not open" in page
        assert b"Monday 2\xc2\xa0March" in page
        assert b"hr@meridian.example" in page


def test_every_link_that_is_not_open_costs_the_same_look_ups(answering: Answering) -> None:
    costs = set()
    for link in links(answering).values():
        with heard(answering.stores) as said:
            answering.client.get(f"/pulse/{link}")
        costs.add(tuple(said))

    assert len(costs) == 1, costs


def test_a_link_that_is_broken_off_leads_to_the_page_that_helps(answering: Answering) -> None:
    assert answering.client.get("/pulse/").data == answering.client.get("/pulse/nothing").data
    assert answering.client.get("/pulse").location.endswith("/pulse/")


def test_a_link_is_open_from_its_first_to_its_last_moment(answering: Answering) -> None:
    wave, seen = answering.wave, []
    for moment in (wave.opens_at, wave.closes_at - timedelta(seconds=1), wave.closes_at):
        answering.running.now = moment
        seen.append(answering.client.get(answering.page(1)).status_code)

    assert seen == [200, 200, 404]


@pytest.mark.parametrize("path", ["/method", "/pulse/nothing", "/reminders/1/nothing", "PAGE", "PAGE/saved"])
def test_nothing_of_these_pages_is_kept_framed_or_passed_on(answering: Answering, path: str) -> None:
    client = answering.client
    client.post(answering.page(1), data=ANSWERS)
    answer = client.get(path.replace("PAGE", answering.page(1)))

    assert "Set-Cookie" not in answer.headers
    assert not client.get_cookie("aloft_form")
    assert answer.headers.getlist("Cache-Control") == ["no-store"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_these_pages_hold_nothing_inline_and_ask_nobody_else(answering: Answering) -> None:
    for path in (answering.page(1), "/method", "/pulse/nothing"):
        page = answering.client.get(path).text

        assert "style=" not in page
        assert "<style" not in page
        assert page.count("<script") == page.count('<script type="module" src="/static/pulse.js"></script>') == 1
        assert "//" not in page


def test_no_request_stores_a_trace_of_who_looked(answering: Answering) -> None:
    with heard(answering.stores) as said:
        answering.client.get(answering.page(1))
        answering.client.get("/pulse/nothing")

    assert {line.split()[-1] for line in said} == {"SELECT"}


@pytest.fixture
def warm(answering: Answering) -> Answering:
    """The process has seen a request of this wave."""
    answering.client.get(answering.page(40))
    return answering


OPEN = ["company: SELECT", "vault: SELECT", "answers: SELECT"]
PUT = ["answers: SELECT", "answers: INSERT"]


@pytest.mark.parametrize(
    ("method", "path", "form", "said"),
    [
        ("GET", "", {}, OPEN),
        ("GET", "/saved", {}, OPEN),
        ("POST", "", {"L1": "4"}, OPEN + PUT),
        ("POST", "", ANSWERS, [*OPEN, *PUT, "answers: SELECT", "answers: DELETE", "answers: INSERT"]),
        ("POST", "", {"L1": "9"}, OPEN),
        ("POST", "/withdraw", {}, [*OPEN, *["answers: SELECT", "answers: DELETE"] * 2]),
    ],
)
def test_a_request_asks_as_little_as_it_can(
    warm: Answering, method: str, path: str, form: dict[str, str], said: list[str]
) -> None:
    with heard(warm.stores) as lines:
        warm.client.open(warm.page(1) + path, method=method, data=form)

    assert lines == said


def test_the_first_look_at_a_wave_does_not_grow_with_the_company(settings: Settings, stores: Stores) -> None:
    large = answering_in(settings, stores, divisions=5, teams=5, people_per_team=10)
    with heard(stores) as lines:
        large.client.get(large.page(1))

    assert len(lines) <= 14


def test_the_letters_of_a_link_are_those_of_an_address(answering: Answering) -> None:
    allowed = set(string.ascii_letters + string.digits + "-_")

    assert all(len(token) == 43 and set(token) <= allowed for token in answering.tokens.values())
