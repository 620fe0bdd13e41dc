"""Under which names comments may stand: a division's own, where neither it nor what is left over is a small group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

FEWEST_PEOPLE = 10
FEWEST_COMMENTS = 5
"""People who answered, and comments, below which none is shown. Neither is ever lower than the smallest group."""


@dataclass(frozen=True, slots=True)
class Part:
    """A division, or what belongs to none: people who answered, comments, and those of them that are let through."""

    people: int = 0
    written: int = 0
    let_through: int = 0

    def __add__(self, other: "Part") -> "Part":
        return Part(self.people + other.people, self.written + other.written, self.let_through + other.let_through)


@dataclass(frozen=True, slots=True)
class Enough:
    """What a group needs to be shown."""

    people: int
    comments: int

    @classmethod
    def of(cls, k: int) -> "Enough":
        return cls(max(FEWEST_PEOPLE, k), max(FEWEST_COMMENTS, k))

    def holds(self, people: int, comments: int) -> bool:
        return people >= self.people and comments >= self.comments


def may_show_any(company: Part, enough: Enough) -> bool:
    return all(enough.holds(company.people, n) for n in (company.written, company.let_through))


def named_divisions(
    divisions: Mapping[int, Part], rest: Part, enough: Enough, *, published: Iterable[int]
) -> frozenset[int]:
    """Divisions whose comments stand under their name; all other comments stand together as the company's.

    Decided on all that was written, and then once more on what is let through: else withholding a comment could leave
    a few of them alone. What is left over is nothing or large enough both times; a division gives up its name for that.
    """
    shown = {unit for unit in published if unit in divisions}
    for count in (_written, _let_through):
        shown = {unit for unit in shown if enough.holds(divisions[unit].people, count(divisions[unit]))}
        while shown and not _is_safe(_left_over(divisions, rest, shown), enough):
            shown.remove(min(shown, key=lambda unit: (divisions[unit].written, unit)))
    return frozenset(shown)


def _is_safe(left: Part, enough: Enough) -> bool:
    """Of all comments and of those let through, none or enough."""
    return all(not n or enough.holds(left.people, n) for n in (left.written, left.let_through))


def _left_over(divisions: Mapping[int, Part], rest: Part, shown: Iterable[int]) -> Part:
    return reduce(Part.__add__, (part for unit, part in divisions.items() if unit not in set(shown)), rest)


def _written(part: Part) -> int:
    return part.written


def _let_through(part: Part) -> int:
    return part.let_through
