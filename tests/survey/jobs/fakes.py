"""Clock and mail server that behave as told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from survey.jobs.channel import Unreachable
from survey.queries.work import ClaimedMail
from tests.survey.queries.work.queue import NOW


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Server:
    """Takes letters, unless it was told to raise something for this one, or is down."""

    taken: list[str] = field(default_factory=list)
    faults: dict[str, Exception] = field(default_factory=dict)
    is_down: bool = False

    def send(self, letter: str) -> None:
        if self.is_down:
            raise Unreachable("mail.example does not answer")
        if letter in self.faults:
            raise self.faults[letter]
        self.taken.append(letter)


def key_as_letter(mail: ClaimedMail) -> str | None:
    """The letter says its key; mails of kind `needless` need not be sent any more."""
    return None if mail.kind == "needless" else mail.business_key


class StopAfter(Event):
    """Says stop once it has been waited for so many times; knows for how long."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times
        self.waits: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout or 0)
        if len(self.waits) >= self.times:
            self.set()
        return self.is_set()
