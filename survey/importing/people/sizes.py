"""How many people each unit holds before and after, with all units below it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from survey.importing.people.unit_path import UnitPath


@dataclass(frozen=True, slots=True)
class UnitSize:
    """People in a unit and all below it."""

    path: UnitPath
    before: int
    after: int


def changed_sizes(before: Iterable[UnitPath], after: Iterable[UnitPath]) -> tuple[UnitSize, ...]:
    """The units whose number of people changes, in the order of their paths."""
    old, new = _counts(before), _counts(after)
    sizes = (UnitSize(path, old[path], new[path]) for path in sorted({*old, *new}))
    return tuple(size for size in sizes if size.before != size.after)


def _counts(units: Iterable[UnitPath]) -> Counter[UnitPath]:
    counts: Counter[UnitPath] = Counter()
    for path, times in Counter(units).items():
        for depth in range(1, len(path) + 1):
            counts[path[:depth]] += times
    return counts
