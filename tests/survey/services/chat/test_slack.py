"""Slack: the person gets the note with the personal link behind a button; whoever is not there does not."""

import logging
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from survey.mail.letter import Note
from survey.mail.sending import NotYet
from survey.mail.writing.invitation import write_invitation
from survey.services.chat.chatting import Away, Reached, ToPerson
from survey.services.chat.turns import PATIENCE_SECONDS, Turns, seconds_of
from tests.survey.mail.factories import LINK, invitation
from tests.survey.services.chat.fake_slack import BROKEN, RATE_LIMITED, FakeSlack, serving_slack, slack


@pytest.fixture
def fake() -> Iterator[FakeSlack]:
    with serving_slack(FakeSlack()) as found:
        yield found


def message(to: str = "ada@meridian.example", **changed: str) -> ToPerson:
    letter = write_invitation(invitation(**changed), to, key="k", domain="meridian.example")
    assert letter.note
    return ToPerson(to, letter.note, letter.message_id)


def test_a_person_gets_the_invitation_in_short_and_slack_looks_into_no_link(fake: FakeSlack) -> None:
    assert slack(fake).tell(message()) is Reached.YES

    (post,) = fake.posted
    buttons = post["blocks"][-1]["elements"]
    words = [block["text"]["text"] for block in post["blocks"][:-1]]
    assert (post["channel"], post["unfurl_links"], post["unfurl_media"]) == ("U1", False, False)
    assert buttons[0]["url"] == LINK
    assert words[0] == "November pulse, open until Friday 13\N{NO-BREAK SPACE}November"
    assert not [text for text in (*words, post["text"]) if "http" in text]


def test_the_same_letter_has_the_same_id_however_often_it_is_sent(fake: FakeSlack) -> None:
    for _ in range(2):
        slack(fake).tell(message())

    first, second = (post["metadata"]["event_payload"]["delivery"] for post in fake.posted)
    assert first == second


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_it_is_in_the_language_of_the_person(fake: FakeSlack, language: str) -> None:
    assert slack(fake).tell(message(language=language)) is Reached.YES

    said = {"en": "Open the questions", "de": "Fragen", "fr": "questions", "es": "preguntas"}[language]
    assert said in fake.posted[0]["blocks"][-1]["elements"][0]["text"]["text"]
    assert not [one for one in fake.posted[0]["blocks"][-1]["elements"] if one["text"]["text"].endswith("…")]


def test_names_call_nobody_and_become_no_links(fake: FakeSlack) -> None:
    note = Note("<!channel> & Co", ("<https://evil.example|here>",), message().note.buttons)
    slack(fake).tell(replace(message(), note=note))

    assert fake.posted[0]["text"] == "&lt;!channel&gt; &amp; Co"
    assert {block["text"]["type"] for block in fake.posted[0]["blocks"][:-1]} == {"plain_text"}


@pytest.mark.parametrize("user", [None, {"id": "U1", "deleted": True}, {"id": "U1", "is_bot": True}])
def test_whoever_has_no_account_there_is_not_told_there(fake: FakeSlack, user: dict[str, object] | None) -> None:
    fake.users = {"ada@meridian.example": user} if user else {}

    assert slack(fake).tell(message()) is Reached.NO
    assert not fake.posted


def test_whom_the_app_may_not_write_to_is_not_told_there(fake: FakeSlack) -> None:
    fake.errors = {"chat.postMessage": "messages_tab_disabled"}

    assert slack(fake).tell(message()) is Reached.NO


@pytest.mark.parametrize("error", ["invalid_auth", "token_revoked", "missing_scope", "fatal_error"])
def test_what_is_wrong_with_the_app_is_said_and_names_nobody(fake: FakeSlack, error: str) -> None:
    fake.errors = {"users.lookupByEmail": error}
    with pytest.raises(Away, match=f"200 {error}") as caught:
        slack(fake).tell(message())

    assert "ada" not in str(caught.value)


def test_a_server_that_is_broken_is_away(fake: FakeSlack) -> None:
    fake.faults = [BROKEN]

    with pytest.raises(Away, match="500"):
        slack(fake).tell(message())


def test_a_server_that_hangs_is_left_in_time(fake: FakeSlack) -> None:
    fake.hangs = True
    begun = time.monotonic()
    with pytest.raises(Away, match="no answer within 1 seconds"):
        slack(fake).tell(message())

    assert time.monotonic() - begun < 3


def test_asked_to_wait_it_waits_as_long_and_asks_nothing_meanwhile(fake: FakeSlack) -> None:
    fake.faults = [RATE_LIMITED]
    now = [1000.0]
    sending = slack(fake, turns=Turns(lambda: now[0]))
    waits = []
    for _ in range(3):
        with pytest.raises(NotYet) as caught:
            sending.tell(message())
        waits.append(caught.value.seconds)
    n_calls = len(fake.calls)
    now[0] += 30

    assert (n_calls, waits[0]) == (1, 30)
    assert waits == sorted(set(waits))
    assert sending.tell(message()) is Reached.YES


def test_whoever_only_ever_asks_to_wait_is_away(fake: FakeSlack) -> None:
    now = [1000.0]
    sending = slack(fake, turns=Turns(lambda: now[0]))
    fake.faults = [RATE_LIMITED] * 2
    with pytest.raises(NotYet):
        sending.tell(message())
    now[0] += PATIENCE_SECONDS + 1

    with pytest.raises(Away, match="429"):
        sending.tell(message())


@pytest.mark.parametrize(
    ("said", "seconds"), [("7", 7), ("0", 1), (None, 60), ("soon", 60), ("99999", 600), ("-1", 60)]
)
def test_a_wait_that_makes_no_sense_is_a_minute_and_none_is_longer_than_ten(said: str | None, seconds: float) -> None:
    assert seconds_of(said) == seconds


def test_no_log_names_a_person(fake: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    slack(fake).tell(message())
    fake.faults = [BROKEN]
    with pytest.raises(Away):
        slack(fake).tell(message())

    assert "ada" not in caplog.text
    assert LINK not in caplog.text


def test_a_proxy_of_the_surroundings_is_not_asked(fake: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    assert slack(fake).tell(message()) is Reached.YES
