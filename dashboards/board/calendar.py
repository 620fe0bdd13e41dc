"""Waves by their number: how a page names them, and where they stand on an axis."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboards.board.ticks import Choices, choices
from dashboards.board.values import Wave
from dashboards.wording import waves


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

    def ticks(self) -> Choices:
        """What an axis may name, from the finest choice to the coarsest; the first and the last wave in each."""
        return choices(tuple(wave.opened_on for wave in self.waves), self.labels)

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
