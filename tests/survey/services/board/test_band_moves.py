"""HR alone hears of a band, of 2k people and more, that the release shows."""

from typing import Any

import pytest

from dashboards.board.values import BandMove
from survey.queries.releases import Body, Row
from survey.services.release.reader import Reader
from tests.survey.company import MERIDIAN
from tests.survey.services.board.stage import CEO, HR, Stage, reading, rows_of

BAND = {"factor": "tenure", "band": "under_1", "principle": "learning", "direction": "down", "onset": 1, "told_in": 2}
MOVED = BAND | {"grade": "some", "points": 8.5, "low": 5.0, "high": 12.0}
GAP = MOVED | {"factor": "level", "band": "leaders_less_front_line", "direction": "up"}


def moves(stage: Stage, rows: list[Row], told: dict[str, Any], reader: Reader = HR) -> tuple[BandMove, ...]:
    stage.publish(1, Body(rows_of(60)))
    stage.publish(2, Body([*rows_of(60), *rows]), health={"cohorts": [told]})
    with stage.stores.company.read() as session:
        board = reading(session, reader).board(None)
        assert board
        return board.bands


def band(name: str, people: int = 20, points: float = 50.0, factor: str = "tenure") -> Row:
    return Row(MERIDIAN, factor, name, "learning", people, 3 * people, points)


def test_hr_hears_of_a_band_that_is_shown(stage: Stage) -> None:
    (found,) = moves(stage, [band("under_1")], MOVED)

    assert (found.band, found.direction, found.onset, found.size and found.size.value) == ("under_1", "down", 1, 8.5)


@pytest.mark.parametrize(
    ("rows", "reader"),
    [([], HR), ([band("under_1", 9)], HR), ([band("under_1+1_to_3")], HR), ([band("under_1")], CEO)],
)
def test_nobody_hears_of_a_small_or_hidden_band_and_hr_alone_of_others(
    stage: Stage, rows: list[Row], reader: Reader
) -> None:
    assert moves(stage, rows, MOVED, reader) == ()


def test_a_gap_needs_both_sides(stage: Stage) -> None:
    lead = band("lead+executive", 12, 64.0, "level")
    (found,) = moves(stage, [lead, band("front_line", 40, 60.0, "level")], GAP)

    assert (found.gap, found.has_grown) == (4.0, False)


def test_a_gap_without_one_side_is_not_told(stage: Stage) -> None:
    assert moves(stage, [band("lead", 12, 64.0, "level")], GAP) == ()
