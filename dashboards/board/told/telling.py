"""Who speaks, and of what: the voice and the board, with the names and months that sentences are made of."""

from dataclasses import dataclass
from datetime import date

from dashboards.board.source import Board
from dashboards.board.values import Range
from dashboards.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Telling:
    voice: Voice
    board: Board

    def unit(self, unit: int) -> str:
        return self.board.units[unit].name

    @property
    def company(self) -> str:
        return self.unit(self.board.root)

    def day(self, number: int) -> date:
        """On which a wave opened; one from before the first that is known counts as that."""
        known = {wave.number: wave.opened_on for wave in self.board.waves}
        return known.get(number, known[min(known, key=lambda one: abs(one - number))])

    def month(self, number: int) -> str:
        return self.voice.month(self.day(number))

    def months(self, low: int, high: int) -> str:
        """As in "in February 2026" or "between January and April 2026"."""
        first, last = self.day(low), self.day(high)
        until = self.voice.month(last)
        if (first.year, first.month) == (last.year, last.month):
            return self.voice.text("in %(month)s", month=until)
        since = self.voice.dated(first, "month") if first.year == last.year else self.voice.month(first)
        return self.voice.text("between %(first)s and %(last)s", first=since, last=until)

    def level(self, level: Range) -> str:
        """As in 57 (55 to 60)."""
        return f"{self.voice.number(level.value)} ({self.voice.span(level.low, level.high)})"

    def size(self, size: Range, digits: int = 0) -> str:
        """As in 9 points (6 to 12)."""
        return f"{self.voice.points(size.value, digits)} ({self.voice.span(size.low, size.high, digits)})"

    def moved(self, size: Range, digits: int = 0) -> str:
        """The same with its direction, −4 points (−7 to −1)."""
        number = self.voice.signed(size.value, digits)
        range_ = self.voice.signed_span(size.low, size.high, digits)
        return f"{self.voice.of_points(number, size.value, digits)} ({range_})"
