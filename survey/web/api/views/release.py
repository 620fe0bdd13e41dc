"""What is shown of a wave: who answered, and the release."""

from flask import abort

from dashboards.board.values import Row, Unit
from dashboards.wording.numbers import band_of
from survey.services.board import ReleaseSource
from survey.services.release.exporting import whole
from survey.web.api.shapes.programme import Participation, PlaceAnswered
from survey.web.api.shapes.release import Release
from survey.web.results.opening import opened_or_404
from survey.web.service import service


def release(number: int) -> Release:
    """Every number that is shown of a wave.

    The same as the JSON export of its page, for the smallest group that holds today. A correction makes a new version.
    """
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        return Release.model_validate(whole(session, asked.opened, n_releases=len(asked.releases)))


def participation(number: int) -> Participation:
    """Who answered a wave.

    Of the company, and of the units directly below it whose numbers are shown.
    """
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        source = ReleaseSource(session, asked.opened.reader)
        board = source.board(asked.opened.number) or abort(404)
        rows = source.rows(board, board.units[board.root].below)
    places = [_place(row, board.company, board.units[row.unit]) for row in rows]
    return Participation(wave=number, asked=board.wave.asked, answered=board.wave.answered, divisions=places)


def _place(row: Row, company: str, unit: Unit) -> PlaceAnswered:
    """Whoever answered on one principle has answered."""
    n = max((cell.people for cell in row.cells if cell is not None and cell.people is not None), default=None)
    low, high = (None, None) if n is None else band_of(n)
    return PlaceAnswered(unit=f"{company}/{unit.name}", asked=row.asked, answered_from=low, answered_to=high)
