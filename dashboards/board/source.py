"""What the pages of results need from their host: a board of values, and the way to ask for more of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dashboards.board.values import BandMove, Event, Found, Question, ReplyOwed, Row, Series, Split, Unit, Wave


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """What every page needs of the release it shows, in the hands of one reader, and equal to no other.

    `waves` end with the one that is shown, `wave`; `false_alarms` are those in a year in which nothing changes.
    `sees_all` is True for HR and CEO, who may open every published unit. `bands` belong to HR's watch list. `qualified`
    are sentences on where what is promised of alerts does not hold in full.
    """

    company: str
    waves: tuple[Wave, ...]
    newest: int
    units: Mapping[int, Unit]
    root: int
    found: tuple[Found, ...]
    events: tuple[Event, ...]
    k: int
    false_alarms: float
    version: int
    published_at: datetime
    sees_all: bool
    own: tuple[int, ...]
    bands: tuple[BandMove, ...] = ()
    qualified: tuple[str, ...] = ()

    @property
    def wave(self) -> Wave:
        return self.waves[-1]

    def path(self, unit: int) -> tuple[int, ...]:
        """From the company down to the unit."""
        above = self.units[unit].parent
        return (*self.path(above), unit) if above is not None else (unit,)


class Source(Protocol):
    """Asked within one request. Everything it gives is of the release, as its reader may see it."""

    def board(self, wave: int | None) -> Board | None:
        """The newest wave if none is named. None before the first release; LookupError where there is no such wave."""

    def reply(self, board: Board) -> ReplyOwed:
        """The reply to the wave of the board, and whether people believe that anything comes of their answers."""

    def rows(self, board: Board, units: Sequence[int]) -> list[Row]:
        """In the order asked for; a unit that this reader may not see, or of which nothing is shown, has no cells."""

    def series(self, board: Board, units: Sequence[int]) -> list[Series]:
        """A trend for each unit and principle of which anything was ever shown."""

    def bands(self, board: Board, unit: int, factor: str) -> Mapping[str, Row]:
        """By band of a factor ("level", "tenure"), in the company and in divisions; empty elsewhere."""

    def band_series(self, board: Board, unit: int, factor: str, principle: str) -> list[Series]:
        """Trends of the bands of a factor on one principle."""

    def questions(self, board: Board, unit: int) -> list[Question]:
        """In the company and in divisions; empty elsewhere."""

    def splits(self, board: Board, unit: int) -> Mapping[str, Split]:
        """By principle, where it may be said."""
