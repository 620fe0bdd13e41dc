"""A mail as written: to whom, what it says, and nothing yet of who sends it or when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that comes with a mail; its HTML shows it as `cid:` and the name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Button:
    """Words in a chat that lead to an address."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A letter in short, for a chat. The first button is what it is about; no address stands in the words."""

    heading: str
    lines: tuple[str, ...]
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one address. `headers` are those beside To, Subject and Message-ID.

    With a `note` it may go to a chat instead, to the person who has the address there.
    """

    to: str
    subject: str
    text: str
    html: str
    message_id: str
    headers: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    note: Note | None = None
