"""A letter goes to a chat where its reader surely gets it there, and by mail otherwise."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from survey.mail.letter import Letter, Note
from survey.mail.sending import Channel, Receipt

log = logging.getLogger(__name__)

REST_SECONDS = 60.0


class Away(Exception):
    """The chat takes no message at the moment, from us or from anybody; the text names nobody."""


@dataclass(frozen=True, slots=True)
class ToPerson:
    """A note to the person who has this address; the same `delivery` however often it is sent."""

    to: str
    note: Note
    delivery: str


class Reached(Enum):
    """Whether a person has a message. Of `PERHAPS` the mail tells for sure."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


class Chat(Protocol):
    """One chat."""

    name: str

    def tell(self, message: ToPerson) -> Reached:
        """Raise `NotYet` if it asks to wait, `Away` if it takes nothing."""


@dataclass(slots=True)
class Resting:
    """A chat that failed is left alone for a while: nobody waits for it, and the mails go on."""

    chat: Chat
    monotonic: Callable[[], float] = time.monotonic
    until: float = float("-inf")

    def tell(self, message: ToPerson) -> Reached:
        if self.monotonic() < self.until:
            return Reached.NO
        try:
            return self.chat.tell(message)
        except Away as fault:
            self.until = self.monotonic() + REST_SECONDS
            log.warning("chat %s: %s; mails go instead", self.chat.name, fault)
            return Reached.NO


@dataclass(frozen=True, slots=True)
class ChatFirst:
    """A channel for letters that asks the chats first, in their order."""

    mail: Channel
    chats: tuple[Resting, ...]
    clock: Callable[[], datetime] = field(repr=False)

    def send(self, letter: Letter) -> Receipt:
        if letter.note is not None:
            message = ToPerson(letter.to, letter.note, letter.message_id)
            if any(chat.tell(message) is Reached.YES for chat in self.chats):
                return Receipt(letter.message_id, self.clock())
        return self.mail.send(letter)

    def close(self) -> None:
        self.mail.close()
