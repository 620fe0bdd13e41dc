"""What sending asks of whatever carries letters away."""

from typing import Protocol, TypeVar

LetterT_contra = TypeVar("LetterT_contra", contravariant=True)


class Refused(Exception):
    """The other side does not take this letter: ever, or for now."""

    def __init__(self, text: str, *, is_lasting: bool) -> None:
        super().__init__(text)
        self.is_lasting = is_lasting


class Unreachable(Exception):
    """Nobody answers, or not in time; no letter would go now."""


class Channel(Protocol[LetterT_contra]):
    def send(self, letter: LetterT_contra) -> None:
        """Return once the other side has taken it; wait for it no longer than a minute, then raise Unreachable."""
