"""Waves by their number: how a page names them, and where they stand on an axis."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboards.board.values import Wave
from dashboards.wording import waves

SOME_MONTHS = (3, 6, 12, 24, 36)
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """The waves of a board. A month names a wave if it is the only one of that month; else its day does."""

    waves: tuple[Wave, ...]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, waves: Sequence[Wave]) -> "Calendar":
        months = [wave.opened_on.strftime("%Y-%m") for wave in waves]
        is_monthly = len(set(months)) == len(months)
        labels = months if is_monthly else [_day_of(wave.opened_on) for wave in waves]
        return cls(tuple(waves), tuple(labels))

    @property
    def short(self) -> list[str]:
        """For axes and tables, "Feb 2026"."""
        return [waves.short(label) for label in self.labels]

    def at(self, number: int) -> int:
        """The place of a wave; what lies before the first wave of the board stands there."""
        return min(max(0, number - self.waves[0].number), len(self.waves) - 1)

    def spoken(self, number: int) -> str:
        """In a sentence, "February 2026"."""
        return waves.spoken(self.labels[self.at(number)])

    def month(self, number: int) -> str:
        """The same without its year where that is the year of the newest wave."""
        said, year = self.spoken(number), str(self.waves[-1].opened_on.year)
        return said.removesuffix(year).rstrip() if self._is_of(number, year) else said

    def brief(self, number: int) -> str:
        """On an axis and in a heading of a table, "Feb 2026"."""
        return waves.short(self.labels[self.at(number)])

    def span(self, low: int, high: int, near: int) -> str:
        """From one wave to another, "January to April"; no year where `near` has said it."""
        return waves.wave_range(*(self.labels[self.at(number)] for number in (low, high, near)))

    def place(self, day: date) -> float | None:
        """Where a day stands between the waves; None before the first."""
        opened = [wave.opened_on for wave in self.waves]
        if day < opened[0]:
            return None
        before = bisect_right(opened, day) - 1
        if before == len(opened) - 1:
            return float(before)
        return round(before + (day - opened[before]) / (opened[before + 1] - opened[before]), 2)

    def ticks(self) -> list[list[list[int | str]]]:
        """What an axis may name, from the finest choice to the coarsest; the first and the last wave in each."""
        last = len(self.waves) - 1
        if any(len(label) != len("2026-11") for label in self.labels):
            return []
        choices = [self._named(shown) for months in SOME_MONTHS for shown in self._every(months)]
        distinct = [one for at, one in enumerate(choices) if one not in choices[:at]]
        return [*distinct, [[wave, self.brief(self.waves[wave].number)] for wave in sorted({0, last})]]

    def _every(self, months: int) -> list[list[int]]:
        """One wave every so many months after the first; then without those that may stand too close to an end."""
        gone = self._gone()
        last = len(gone) - 1
        shown = [wave for wave in range(1, last) if gone[wave] % months == 0 and gone[last] - gone[wave] >= months / 2]
        fewer = [shown, shown[:-1], shown[1:], shown[1:-1]]
        return [sorted({0, *inner, last}) for inner in fewer if inner or not shown]

    def _named(self, shown: Sequence[int]) -> list[list[int | str]]:
        """With a year where it changes."""
        gone, last = self._gone(), len(self.waves) - 1
        ticks: list[list[int | str]] = []
        named = 0
        for wave in shown:
            day = self.waves[wave].opened_on
            words = waves.short(self.labels[wave])
            is_half_year = gone[wave] % (MONTHS_OF_A_YEAR / 2) == 0
            has_year = wave == 0 or (day.year != named and (is_half_year or wave == last))
            ticks.append([wave, words if has_year else words[:3]])
            named = day.year if has_year else named
        return ticks

    def _gone(self) -> list[int]:
        """Months since the first wave."""
        return [_months_between(self.waves[0].opened_on, wave.opened_on) for wave in self.waves]

    def _is_of(self, number: int, year: str) -> bool:
        return str(self.waves[self.at(number)].opened_on.year) == year


def day(when: date) -> str:
    """A date in a sentence, "Monday 7 December"."""
    return f"{when:%A} {when.day} {when:%B}"


def day_and_year(when: date) -> str:
    return f"{day(when)} {when.year}"


def short_day(when: date) -> str:
    """Beside a mark, "3 Sep"."""
    return f"{when.day} {when:%b}"


def _day_of(when: date) -> str:
    return f"{when.day} {when:%b} {when.year}"


def _months_between(first: date, later: date) -> int:
    return (later.year - first.year) * 12 + later.month - first.month
