"""Invitations and reminders of a wave by the outbox: to the chat or by mail, at least once, never to who answered."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.jobs.sending import Sending
from survey.models.company.people import Person
from survey.models.company.work import OutboxMail
from survey.queries.waves import WaveFacts
from survey.services.chat import Away, ChatFirst, Reached
from survey.services.chat.chatting import Resting, ToPerson
from survey.services.letters import Letters
from tests.survey.mail.fakes import NOON, RecordingChannel
from tests.survey.services.programmes import Running, start

BASE = "https://aloft.meridian.example"


class Killed(BaseException):
    """The worker is gone, between the answer of the chat and the note of it."""


@dataclass
class Chat:
    """Knows the people with these numbers; raises its faults first."""

    known: range
    faults: list[BaseException] = field(default_factory=list)
    told: list[ToPerson] = field(default_factory=list)
    name: str = "chat"

    def tell(self, message: ToPerson) -> Reached:
        fault = self.faults.pop() if self.faults else None
        if isinstance(fault, Away):
            raise fault
        number = int(message.to.split("@")[0].split(".")[1])
        if number not in self.known:
            return Reached.NO
        self.told.append(message)
        if fault is not None:
            raise fault
        return Reached.YES


@dataclass
class Post:
    running: Running
    chat: Chat
    mail: RecordingChannel = field(default_factory=RecordingChannel)

    def send_all(self) -> None:
        stores, clock = self.running.stores, self.running.clock
        letters = Letters(stores, clock, b"s" * 32, BASE, "meridian.example")
        channel = ChatFirst(self.mail, (Resting(self.chat),), lambda: NOON)
        sending = Sending(stores.company, clock, letters.render, channel, letters.on_refused, per_hour=1000)
        while sending.send_next():
            pass


@pytest.fixture
def opened(stores: Stores) -> tuple[Running, WaveFacts]:
    running = start(stores)
    return running, running.open_next()


def states(running: Running) -> set[tuple[str, int, str]]:
    with running.stores.company.read() as session:
        rows = session.scalars(select(OutboxMail).where(OutboxMail.kind == "invitation"))
        return {(row.state, row.attempts, row.fault) for row in rows}


def test_who_is_there_is_told_there_and_the_others_by_mail(opened: tuple[Running, WaveFacts]) -> None:
    running, wave = opened
    post = Post(running, Chat(range(1, 11)))
    post.send_all()
    links = {f"{BASE}/pulse/{token}" for token in running.tokens(wave).values()}
    in_chat = [one.note.buttons[0].address for one in post.chat.told]

    assert (len(in_chat), len(post.mail.letters)) == (10, 30)
    assert set(in_chat) <= links
    assert len({*(one.to for one in post.chat.told), *(one.to for one in post.mail.letters)}) == 40


def test_afterwards_the_outbox_does_not_say_who_was_told_where(opened: tuple[Running, WaveFacts]) -> None:
    post = Post(opened[0], Chat(range(1, 11)))
    post.send_all()

    assert states(opened[0]) == {("done", 0, "")}


def test_killed_before_the_note_it_is_told_again_as_the_same_delivery(opened: tuple[Running, WaveFacts]) -> None:
    running, _ = opened
    post = Post(running, Chat(range(1, 41), [Killed()]))
    with pytest.raises(Killed):
        post.send_all()
    running.now += timedelta(minutes=10)
    post.send_all()
    first, *rest = post.chat.told

    assert [one.delivery for one in rest].count(first.delivery) == 1
    assert len({one.to for one in post.chat.told}) == 40
    assert not post.mail.letters


def test_while_the_chat_is_away_everybody_gets_the_mail(opened: tuple[Running, WaveFacts]) -> None:
    post = Post(opened[0], Chat(range(1, 41), [Away("500")]))
    post.send_all()

    assert (len(post.chat.told), len(post.mail.letters)) == (0, 40)


def test_nobody_is_reminded_who_answered_or_does_not_want_to_be(opened: tuple[Running, WaveFacts]) -> None:
    running, wave = opened
    post = Post(running, Chat(range(1, 41)))
    post.send_all()
    running.answer(wave, lambda *_: 3, share=0.5)
    with running.stores.company.write() as session:
        wanting = set(session.scalars(select(Person.mail).where(Person.id > 21)))
        session.get_one(Person, 21).wants_reminders = False
    post.chat.told.clear()
    running.now += timedelta(days=6)
    post.send_all()

    assert {one.to for one in post.chat.told} == wanting
    assert all(one.note.buttons[-1].address.startswith(f"{BASE}/reminders/") for one in post.chat.told)
