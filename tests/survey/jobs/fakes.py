"""Clock and mail server that behave as told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from survey.mail.letter import Letter
from survey.mail.sending import Receipt, Refused, Unreachable
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
    n_closed: int = 0

    def send(self, letter: Letter) -> Receipt:
        if self.is_down:
            raise Unreachable("mail.example:587 does not answer")
        if letter.subject in self.faults:
            raise self.faults[letter.subject]
        self.taken.append(letter.subject)
        return Receipt(letter.message_id, NOW)

    def close(self) -> None:
        self.n_closed += 1

    def refuse(self, subject: str, code: int, text: str) -> None:
        self.faults[subject] = Refused("ada@meridian.example", code, text, is_lasting=code >= 500)


def key_as_subject(mail: ClaimedMail) -> Letter | None:
    """Mails of kind `needless` need not be sent any more."""
    if mail.kind == "needless":
        return None
    return Letter("ada@meridian.example", mail.business_key, "Text", "<p>Text</p>", f"<{mail.id}@meridian.example>")


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
