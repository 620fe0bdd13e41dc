"""The source of the pages of results: a session, a reader, and the release that they have open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from dashboards.board.findings import by_cell
from dashboards.board.source import Board
from dashboards.board.values import Question, Range, ReplyOwed, Row, Series, Split, Wave
from survey.queries import people
from survey.queries.releases import ReleaseFacts
from survey.services.board import alarms, cells, moments, questions, replying, series, splits
from survey.services.board.opening import Shown, open_shown, shown_of
from survey.services.board.places import units_of
from survey.services.estimates.band_moves import band_moves
from survey.services.estimates.lines import Group, Line
from survey.services.release.reader import Reader
from survey.services.release.reading import Opened
from survey.services.standing import WaveRow

FALSE_ALARMS_A_YEAR = 0.1
"""What the engine is given at every close."""


@dataclass(slots=True)
class ReleaseSource:
    """Asked within one request. How often it asks the store does not depend on how much is in there.

    `company` is its name, if that is known already.
    """

    session: Session
    reader: Reader
    language: str = "en"
    company: str | None = None
    _shown: dict[int, Shown] = field(default_factory=dict)
    _bands: dict[tuple[int, int, str], Mapping[Group, Line]] = field(default_factory=dict)

    def board(self, wave: int | None) -> Board | None:
        shown = open_shown(self.session, self.reader, wave)
        return None if shown is None else self._board(shown)

    def board_of(self, opened: Opened, releases: Sequence[ReleaseFacts]) -> Board:
        """Of a release that is open in these hands already; `releases` are those of all waves."""
        return self._board(shown_of(self.session, opened, releases))

    def _board(self, shown: Shown) -> Board:
        self._shown[shown.opened.number] = shown
        opened = shown.opened
        return Board(
            company=self.company or self._name() or opened.tree[opened.root].name,
            waves=tuple(_wave(shown, at) for at in range(len(shown.past))),
            newest=shown.newest,
            units=units_of(self.session, shown.wave.id),
            root=opened.root,
            found=alarms.found(self.session, shown),
            events=moments.events(self.session, shown),
            k=opened.k,
            false_alarms=FALSE_ALARMS_A_YEAR,
            version=opened.facts.version,
            published_at=opened.facts.made_at,
            sees_all=self.reader.sees_all,
            own=tuple(sorted(self.reader.own & opened.tree.keys())),
            bands=tuple(band_moves(self.session, opened)),
            qualified=tuple((opened.facts.health or {}).get("warnings", ())),
        )

    def reply(self, board: Board) -> ReplyOwed:
        return replying.reply_owed(self.session, self._opened(board))

    def belief(self, board: Board) -> tuple[Range | None, ...]:
        """Of the reply alone whether people believe that anything comes of their answers."""
        return replying.belief(self.session, self._opened(board))

    def rows(self, board: Board, units: Sequence[int]) -> list[Row]:
        return cells.rows(self.session, self._opened(board), units)

    def series(self, board: Board, units: Sequence[int]) -> list[Series]:
        return series.series(self.session, self._opened(board), units)

    def bands(self, board: Board, unit: int, factor: str) -> Mapping[str, Row]:
        return cells.bands(self._opened(board), unit, factor, self._bands_of(board, unit, factor))

    def band_series(self, board: Board, unit: int, factor: str, principle: str) -> list[Series]:
        return cells.band_series(unit, factor, principle, self._bands_of(board, unit, factor))

    def questions(self, board: Board, unit: int) -> list[Question]:
        onsets = {principle: one.onset for (of, principle), one in by_cell(board).items() if of == unit}
        return questions.questions(self.session, self._opened(board), questions.Asked(unit, self.language, onsets))

    def splits(self, board: Board, unit: int) -> Mapping[str, Split]:
        found = splits.splits(self.session, self._opened(board), {unit})
        return {principle: split for (_, principle), split in found.items()}

    def _name(self) -> str | None:
        company = people.company(self.session)
        return company.name if company else None

    def _bands_of(self, board: Board, unit: int, factor: str) -> Mapping[Group, Line]:
        key = board.wave.number, unit, factor
        if key not in self._bands:
            self._bands[key] = cells.lines_of_bands(self.session, self._opened(board), unit, factor)
        return self._bands[key]

    def _opened(self, board: Board) -> Shown:
        return self._shown[board.wave.number]


def _wave(shown: Shown, at: int) -> Wave:
    facts, wave = shown.past[at]
    ended_on = WaveRow(wave, facts.n_asked, facts.n_answered, has_reply=False).ended_on
    epoch = shown.epochs[wave.epoch]
    return Wave(wave.number, wave.opens_on, ended_on, facts.n_asked, facts.n_answered, epoch, wave.questionnaire)
