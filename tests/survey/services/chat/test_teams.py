"""Teams: a workflow gets address and card; where it only says that it has begun, the mail goes as well."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from survey.mail.sending import NotYet
from survey.services.chat.chatting import Away, Reached
from survey.services.chat.teams import Teams
from survey.services.chat.turns import Turns
from survey.services.hooks import Hook
from tests.survey.mail.factories import LINK
from tests.survey.services.chat.cards import card_of
from tests.survey.services.chat.test_slack import message
from tests.survey.services.hooks.servers import HOST, Server, Talk, hangs, says, serving
from tests.survey.services.hooks.test_sending import hooks

BEGUN = says(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
POSTED = says(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


def status(line: str, *headers: str) -> Callable[[Talk], None]:
    return says("\r\n".join([f"HTTP/1.1 {line}", *headers, "Content-Length: 0", "", ""]).encode())


def teams(server: Server, turns: Turns | None = None) -> Teams:
    return Teams(Hook(HOST, server.port, "/workflows/1?sig=x"), hooks(), turns or Turns())


def body_of(request: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(request.partition(b"\r\n\r\n")[2])
    return found


def test_a_workflow_that_answers_when_it_has_posted_has_reached_the_person() -> None:
    with serving(POSTED) as server:
        reached = teams(server).tell(message())

    body = body_of(server.requests[0])
    card = card_of(body)
    assert reached is Reached.YES
    assert (body["recipient"], body["delivery"]) == ("ada@meridian.example", message().delivery)
    assert card["actions"][0]["url"] == LINK
    assert "http" not in json.dumps(card["body"])


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_it_is_in_the_language_of_the_person(language: str) -> None:
    with serving(POSTED) as server:
        teams(server).tell(message(language=language))

    said = {"de": "Fragen", "fr": "questions", "es": "preguntas"}[language]
    assert said in card_of(body_of(server.requests[0]))["actions"][0]["title"]


def test_a_workflow_that_has_begun_may_have_reached_the_person_and_is_not_asked_twice() -> None:
    with serving(BEGUN) as server:
        chat = teams(server)
        told = [chat.tell(message()) for _ in range(3)]

    assert told == [Reached.PERHAPS] * 3
    assert len(server.requests) == 1


def test_a_person_whom_the_workflow_does_not_find_is_not_reached() -> None:
    with serving(status("404 Not Found")) as server:
        assert teams(server).tell(message()) is Reached.NO


@pytest.mark.parametrize(
    ("answer", "words"), [(status("500 Oh"), "500"), (status("302 Found", "Location: /x"), "302"), (hangs, "no answer")]
)
def test_a_workflow_that_fails_is_away(answer: Callable[[Talk], None], words: str) -> None:
    with serving(answer) as server, pytest.raises(Away, match=words):
        teams(server).tell(message())

    assert len(server.requests) == 1


def test_asked_to_wait_it_waits() -> None:
    with serving(status("429 Slow", "Retry-After: 7")) as server:
        chat = teams(server, Turns(lambda: 0.0))
        with pytest.raises(NotYet) as caught:
            chat.tell(message())
        with pytest.raises(NotYet):
            chat.tell(message())

    assert caught.value.seconds == 7
    assert len(server.requests) == 1


def test_no_log_names_a_person(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(status("500 Oh")) as server, pytest.raises(Away):
        teams(server).tell(message())

    assert "ada" not in caplog.text
