"""Which waves the axis of a trend may name: every few months, its ends always."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dashboards.wording import waves

SOME_MONTHS = (3, 6, 12, 24, 36)
MONTHS_OF_A_YEAR = 12

Tick = list[int | str]
Choices = list[list[Tick]]
"""From the finest to the coarsest; a tick is the place of a wave and its words."""


@lru_cache(maxsize=16)
def choices(opened: tuple[date, ...], labels: tuple[str, ...]) -> Choices:
    """Made once for all the trends of a page, which have the same waves; empty where a wave has no month of its own."""
    if any(len(label) != len("2026-11") for label in labels):
        return []
    gone = [_months_between(opened[0], day) for day in opened]
    every = [_named(shown, opened, labels) for months in SOME_MONTHS for shown in _every(months, gone)]
    distinct = [one for at, one in enumerate(every) if one not in every[:at]]
    return [*distinct, [[wave, waves.short(labels[wave])] for wave in sorted({0, len(labels) - 1})]]


def _every(months: int, gone: Sequence[int]) -> list[list[int]]:
    """One wave every so many months after the first; then without those that may stand too close to an end."""
    last = len(gone) - 1
    shown = [wave for wave in range(1, last) if gone[wave] % months == 0 and gone[last] - gone[wave] >= months / 2]
    fewer = [shown, shown[:-1], shown[1:], shown[1:-1]]
    return [sorted({0, *inner, last}) for inner in fewer if inner or not shown]


def _named(shown: Sequence[int], opened: Sequence[date], labels: Sequence[str]) -> list[Tick]:
    """With a year where it changes."""
    last, named = len(labels) - 1, 0
    ticks: list[Tick] = []
    for wave in shown:
        words, year = waves.short(labels[wave]), opened[wave].year
        is_half_year = _months_between(opened[0], opened[wave]) % (MONTHS_OF_A_YEAR / 2) == 0
        has_year = wave == 0 or (year != named and (is_half_year or wave == last))
        ticks.append([wave, words if has_year else words[:3]])
        named = year if has_year else named
    return ticks


def _months_between(first: date, later: date) -> int:
    return (later.year - first.year) * MONTHS_OF_A_YEAR + later.month - first.month
