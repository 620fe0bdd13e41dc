import socket
import time
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes, policy

import pytest

from survey.mail.sending import Refused, Unreachable
from tests.survey.mail.factories import letter
from tests.survey.mail.servers import Behaviour, channel_to, knows, serving

ADA = "ada@meridian.example"
RIGHT = {"user": "aloft", "password": "open sesame"}
WRONG = {"user": "aloft", "password": "open barley"}


@pytest.fixture
def behaviour() -> Behaviour:
    return Behaviour()


@pytest.fixture
def port(behaviour: Behaviour) -> Iterator[int]:
    with serving(behaviour, enable_SMTPUTF8=True) as found:
        yield found


def test_a_letter_arrives_as_it_was_written(behaviour: Behaviour, port: int) -> None:
    with closing(channel_to(port)) as channel:
        receipt = channel.send(letter(text="Grüße\n.\nEnde\n"))
    received = message_from_bytes(behaviour.taken[0].content, policy=policy.default)

    assert behaviour.taken[0].mail_from == "aloft@meridian.example"
    assert behaviour.taken[0].rcpt_tos == [ADA]
    assert received["Message-ID"] == receipt.message_id == letter().message_id
    assert received.get_body(("plain",)).get_content() == "Grüße\r\n.\r\nEnde\r\n"


def test_a_batch_uses_one_connection(behaviour: Behaviour, port: int) -> None:
    with closing(channel_to(port)) as channel:
        for key in ("1", "2", "3"):
            channel.send(letter(key=key))

    assert len(behaviour.taken) == 3
    assert behaviour.greetings == ["meridian.example"]


def test_a_connection_that_the_server_closed_is_opened_again(behaviour: Behaviour, port: int) -> None:
    behaviour.closes_after = 2
    with closing(channel_to(port)) as channel:
        for key in ("1", "2", "3"):
            channel.send(letter(key=key))
            time.sleep(0.1)

    assert len(behaviour.taken) == 3
    assert len(behaviour.greetings) == 2


@pytest.mark.parametrize(("code", "is_lasting"), [(550, True), (450, False)])
def test_a_refused_recipient_says_whether_it_lasts(
    behaviour: Behaviour, port: int, code: int, *, is_lasting: bool
) -> None:
    behaviour.recipients[ADA] = f"{code} x.1.1 <{ADA}> unknown"
    with closing(channel_to(port)) as channel, pytest.raises(Refused) as refusal:
        channel.send(letter())

    assert (refusal.value.address, refusal.value.code, refusal.value.is_lasting) == (ADA, code, is_lasting)
    assert str(refusal.value) == f"{code} x.1.1 <the address> unknown"


def test_after_a_refusal_the_next_letter_leaves_by_the_same_connection(behaviour: Behaviour, port: int) -> None:
    behaviour.recipients[ADA] = "550 5.1.1 unknown"
    with closing(channel_to(port)) as channel:
        with pytest.raises(Refused):
            channel.send(letter())
        channel.send(letter(to="ben@meridian.example"))

    assert [envelope.rcpt_tos for envelope in behaviour.taken] == [["ben@meridian.example"]]
    assert len(behaviour.greetings) == 1


@pytest.mark.parametrize(("answer", "is_lasting"), [("554 5.7.1 not this text", True), ("451 4.3.0 later", False)])
def test_a_text_may_be_refused_too(behaviour: Behaviour, port: int, answer: str, *, is_lasting: bool) -> None:
    behaviour.data = answer
    with closing(channel_to(port)) as channel, pytest.raises(Refused) as refusal:
        channel.send(letter())

    assert refusal.value.is_lasting is is_lasting
    assert not refusal.value.is_about_address


@pytest.mark.parametrize("answer", ["550 5.7.1 who are you", "421 4.3.2 closing"])
def test_a_refused_sender_is_nobodys_bounce(behaviour: Behaviour, port: int, answer: str) -> None:
    behaviour.sender = answer
    with closing(channel_to(port)) as channel, pytest.raises(Unreachable, match=answer):
        channel.send(letter())


def test_a_server_that_closes_the_door_on_a_recipient_is_unreachable(behaviour: Behaviour, port: int) -> None:
    behaviour.recipients[ADA] = "421 4.7.0 too much from there"
    with closing(channel_to(port)) as channel, pytest.raises(Unreachable, match="421"):
        channel.send(letter())


def test_a_server_that_hangs_is_left_in_time(behaviour: Behaviour, port: int) -> None:
    behaviour.pause = 3.0
    begun = time.monotonic()
    with closing(channel_to(port, timeout=0.3)) as channel, pytest.raises(Unreachable, match="timed out"):
        channel.send(letter())

    assert time.monotonic() - begun < 2.0


def test_a_server_that_is_slow_but_answers_is_waited_for(behaviour: Behaviour, port: int) -> None:
    behaviour.pause = 0.5
    with closing(channel_to(port)) as channel:
        channel.send(letter())

    assert len(behaviour.taken) == 1


def test_a_server_that_never_greets_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        channel = channel_to(silent.getsockname()[1], timeout=0.3)
        with closing(channel), pytest.raises(Unreachable, match="timed out"):
            channel.send(letter())


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        free = gone.getsockname()[1]
    with closing(channel_to(free)) as channel, pytest.raises(Unreachable, match=f"127.0.0.1:{free}: "):
        channel.send(letter())


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_nothing_is_sent_in_the_open_where_secrecy_is_asked_for(behaviour: Behaviour, port: int, security: str) -> None:
    channel = channel_to(port, security=security, timeout=2.0)
    with closing(channel), pytest.raises(Unreachable):
        channel.send(letter())

    assert behaviour.taken == []


def test_a_wrong_password_is_nobodys_bounce(behaviour: Behaviour) -> None:
    options = {"authenticator": knows(RIGHT["password"].encode()), "auth_require_tls": False}
    with serving(behaviour, **options) as port:
        with closing(channel_to(port, **WRONG)) as channel, pytest.raises(Unreachable, match="535"):
            channel.send(letter())
        with closing(channel_to(port, **RIGHT)) as channel:
            channel.send(letter())

    assert len(behaviour.taken) == 1


def test_an_international_address_leaves_where_the_server_knows_them(behaviour: Behaviour, port: int) -> None:
    with closing(channel_to(port)) as channel:
        channel.send(letter(to="jürgen@müller.example"))

    assert behaviour.taken[0].rcpt_tos == ["jürgen@xn--mller-kva.example"]
    assert "SMTPUTF8" in behaviour.taken[0].mail_options


def test_an_international_address_is_refused_where_the_server_knows_none(behaviour: Behaviour) -> None:
    with serving(behaviour, enable_SMTPUTF8=False) as port, closing(channel_to(port)) as channel:
        with pytest.raises(Refused, match="no SMTPUTF8") as refusal:
            channel.send(letter(to="jürgen@müller.example"))
        channel.send(letter())

    assert refusal.value.is_lasting
    assert len(behaviour.taken) == 1


def test_a_password_is_not_shown() -> None:
    assert "open sesame" not in repr(channel_to(25, **RIGHT)._server)
