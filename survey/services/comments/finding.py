"""Finding words in comments, and the bands in which their number is told."""

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol, TypeVar

EDGES = (0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Lower ends of the bands; the last is open."""


class _HasId(Protocol):
    @property
    def id(self) -> bytes: ...


Comment = TypeVar("Comment", bound=_HasId)


def has(text: str, wanted: str) -> bool:
    """Whether the text holds these letters; case and accents make no difference."""
    return plain(wanted) in plain(text)


def plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def shuffled(comments: Iterable[Comment], seed: str) -> list[Comment]:
    """In an order that the seed alone decides: the same for the same seed, and telling nothing."""
    return sorted(comments, key=lambda one: hashlib.sha256(seed.encode() + one.id).digest())


def band_from(n: int) -> int:
    """The lower end of the band that holds n."""
    return EDGES[bisect_right(EDGES, n) - 1]


def band_words(lower: int, *, of: int | None = None) -> str:
    """As in "20 to 49"; no band reaches beyond the number that it is a part `of`."""
    if lower <= 1:
        return "fewer than 5" if lower else "none"
    above = EDGES[EDGES.index(lower) + 1 :]
    if not above or (of is not None and above[0] > of):
        return f"{lower:,} or more"
    return f"{lower:,} to {above[0] - 1:,}"
