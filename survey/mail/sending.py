"""A way by which letters leave, and what can go wrong on it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from survey.mail.letter import Letter

# Enhanced status codes (RFC 3463) whose second number is not about the mailbox: 3 system, 4 network, 5 protocol,
# 6 content, 7 policy. A server that relays for nobody answers 5.7.1 to every address.
NOT_THE_ADDRESS = re.compile(r"5\.[3-7]\.\d{1,3}\b")
LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server (or folder) has taken the letter; that it arrives, nobody can promise."""

    message_id: str
    at: datetime


class Channel(Protocol):
    """Keeps what it needs from one letter of a batch to the next, until it is closed."""

    def send(self, letter: Letter) -> Receipt:
        """Raise `Refused`, `NotYet` or `Unreachable` if the letter was not taken."""

    def close(self) -> None: ...


class Refused(Exception):
    """The server does not take this letter; others it may. The text leaves the address out."""

    def __init__(self, address: str, code: int, text: str, *, is_lasting: bool) -> None:
        self.address = address
        self.code = code
        self.text = " ".join(text.replace(address, "the address").split())[:LONGEST_TEXT]
        self.is_lasting = is_lasting
        super().__init__(f"{code} {self.text}")

    @property
    def is_about_address(self) -> bool:
        """Whether the address is to blame, so that nothing should be sent there until it is corrected."""
        return self.is_lasting and not NOT_THE_ADDRESS.match(self.text)


class NotYet(Exception):
    """The other side asks to wait before this letter; others may go another way meanwhile. No try is counted for it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"asked to wait for {seconds:.0f} s")


class Unreachable(Exception):
    """No letter can leave at the moment: the server does not answer, or not to us."""
