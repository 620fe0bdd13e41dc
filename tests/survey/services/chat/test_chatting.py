"""A letter goes to the chat or by mail, once; a chat that fails holds nobody up."""

import logging
from dataclasses import dataclass, field

import pytest

from survey.config import Settings
from survey.mail.letter import Button, Note
from survey.mail.sending import NotYet
from survey.services.chat import Away, ChatFirst, Reached, with_chats
from survey.services.chat.chatting import REST_SECONDS, Resting, ToPerson
from tests.survey.mail.factories import letter
from tests.survey.mail.fakes import NOON, RecordingChannel

NOTE = Note("Pulse", ("Open.",), (Button("Open", "https://aloft.example/pulse/x"),))


@dataclass
class Chat:
    name: str = "chat"
    people: tuple[str, ...] = ("ada@meridian.example",)
    fault: Exception | None = None
    says: Reached = Reached.YES
    asked: list[ToPerson] = field(default_factory=list)

    def tell(self, message: ToPerson) -> Reached:
        self.asked.append(message)
        if self.fault:
            raise self.fault
        return self.says if message.to in self.people else Reached.NO


@dataclass
class Both:
    chat: Chat = field(default_factory=Chat)
    mail: RecordingChannel = field(default_factory=RecordingChannel)
    now: float = 0.0

    def __post_init__(self) -> None:
        self.channel = ChatFirst(self.mail, (Resting(self.chat, lambda: self.now),), lambda: NOON)


def test_who_is_there_gets_it_there_and_no_mail() -> None:
    both = Both()
    receipt = both.channel.send(letter(note=NOTE))

    assert [one.to for one in both.chat.asked] == ["ada@meridian.example"]
    assert (both.mail.letters, receipt.message_id) == ([], letter().message_id)


def test_who_is_not_there_gets_the_mail() -> None:
    both = Both()
    both.channel.send(letter(note=NOTE, to="bob@meridian.example"))

    assert [one.to for one in both.mail.letters] == ["bob@meridian.example"]


def test_where_it_is_not_sure_that_it_arrived_the_mail_goes_as_well() -> None:
    both = Both(Chat(says=Reached.PERHAPS))
    both.channel.send(letter(note=NOTE))

    assert (len(both.chat.asked), len(both.mail.letters)) == (1, 1)


def test_what_has_no_short_form_goes_by_mail() -> None:
    both = Both()
    both.channel.send(letter())

    assert not both.chat.asked
    assert len(both.mail.letters) == 1


def test_a_chat_that_fails_is_left_alone_for_a_while_and_mails_go(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    both = Both(Chat(fault=Away("500")))
    for _ in range(3):
        both.channel.send(letter(note=NOTE))
    n_asked = len(both.chat.asked)
    both.now += REST_SECONDS
    both.chat.fault = None
    both.channel.send(letter(note=NOTE))

    assert (n_asked, len(both.mail.letters), len(both.chat.asked)) == (1, 3, 2)
    assert [one.getMessage() for one in caplog.records] == ["chat chat: 500; mails go instead"]


def test_a_wish_to_wait_reaches_the_outbox_and_no_mail_goes() -> None:
    both = Both(Chat(fault=NotYet(30)))
    with pytest.raises(NotYet):
        both.channel.send(letter(note=NOTE))

    assert not both.mail.letters


def test_without_a_token_nothing_stands_before_the_mail() -> None:
    mail = RecordingChannel()

    assert with_chats(mail, Settings(), clock=lambda: NOON) is mail
