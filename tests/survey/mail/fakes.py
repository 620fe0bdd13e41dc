"""A channel that remembers, and fails where it is told to."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from survey.mail.letter import Letter
from survey.mail.sending import Receipt, Refused, Unreachable

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@dataclass(slots=True)
class RecordingChannel:
    """`refusals` are raised for their address; while `is_down` nothing leaves."""

    refusals: dict[str, Refused] = field(default_factory=dict)
    is_down: bool = False
    letters: list[Letter] = field(default_factory=list)
    is_closed: bool = False

    def send(self, letter: Letter) -> Receipt:
        if self.is_down:
            raise Unreachable("mail.example:587: no answer")
        if letter.to in self.refusals:
            raise self.refusals[letter.to]
        self.letters.append(letter)
        return Receipt(letter.message_id, NOON)

    def close(self) -> None:
        self.is_closed = True
