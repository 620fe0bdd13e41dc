"""What stands on a mail, from top to bottom, whatever its kind."""

import re
from dataclasses import dataclass

# Printable ASCII without quotation marks and angle brackets, so that it fits a header and a page as it stands.
WEB_ADDRESS = re.compile(r"https?://[!#-;=?-~]+")

STRONG = ("\x02", "\x03")
"""Around words of a lead that are to be seen first; taken out of text, and <strong> in HTML."""


def strong(words: str) -> str:
    return f"{STRONG[0]}{words}{STRONG[1]}"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    words: str
    address: str

    def __post_init__(self) -> None:
        if not WEB_ADDRESS.fullmatch(self.address):
            raise ValueError(f"got {self.address!r} as a link; wanted https:// or http:// and no spaces, quotes or <>")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words under a label of their own."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that comes with the mail, by its name; what it shows in words; its size in the mail."""

    name: str
    caption: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One mail: heading and lead, one button, what there is to know, and small print.

    With a figure or rows it is one that tells of something: the lead comes first, the button after the rows.
    """

    language: str
    company: str
    subject: str
    heading: str
    lead: tuple[str, ...]
    button: Link
    notice: str = ""
    below_button: str = ""
    section: Section | None = None
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    closing: tuple[str, ...] = ()
    figure: Figure | None = None
    rows: tuple[Entry, ...] = ()
