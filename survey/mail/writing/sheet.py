"""What stands on a mail, from top to bottom, whatever its kind."""

import re
from dataclasses import dataclass

# Printable ASCII without quotation marks and angle brackets, so that it fits a header and a page as it stands.
WEB_ADDRESS = re.compile(r"https?://[!#-;=?-~]+")


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
class Sheet:
    """One mail: heading and lead, one button, what there is to know, and small print."""

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
