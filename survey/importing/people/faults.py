"""Why a people file, or a row of it, cannot be used."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MOST_SHOWN = 80
# Characters that end a line, hide, or turn the direction of the text around them.
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class UnreadablePeople(Exception):  # noqa: N818 -- the name says what is wrong
    """The file cannot be read as a people file at all; `lines` says where, what was got and what is wanted."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be used; `line` is 0 for what is about the file, `column` is the file's own name for it.

    `wanted` is one or two whole sentences: what is wrong, and what is wanted.
    """

    line: int
    column: str
    got: str
    wanted: str


def unreadable(name: str, line: int | None, got: str, wanted: str) -> UnreadablePeople:
    """One fault of the whole file."""
    place = f"{shown(name)}:{line}" if line else shown(name)
    return UnreadablePeople([f"{place}: got {got}; wanted {wanted}"])


def shown(text: str) -> str:
    """What was got, safe to print: unseen characters as their code, and no longer than a line."""
    short = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return "".join(_visible(character) for character in short)


def unseen_in(text: str) -> str:
    """The first character of a text that cannot be seen; empty if there is none."""
    if text.isascii() and text.isprintable():
        return ""
    return next((character for character in text if unicodedata.category(character) in UNSEEN), "")


def quoted(text: str) -> str:
    return f"“{shown(text)}”"


def listed(texts: Iterable[str], most: int) -> str:
    """The first few, and how many more there are."""
    every = list(texts)
    more = f" and {len(every) - most:,} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more


def _visible(character: str) -> str:
    if unicodedata.category(character) not in UNSEEN:
        return character
    return f"⟨U+{ord(character):04X}⟩"
