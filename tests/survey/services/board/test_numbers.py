"""Numbers on a board: cells, trends, bands, questions, mix or mind; and who is shown which."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from sqlalchemy import update

from dashboards.board.source import Board
from dashboards.board.values import Cell, Range, Series
from survey.models.company.programme import Programme
from survey.queries.people import Node
from survey.queries.releases import Body, Parts, Row
from survey.services.board import ReleaseSource
from survey.services.release.reader import Reader
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES
from tests.survey.services.board.stage import ANYBODY, HR, OF_NORTH, TREE, Stage, level_of, reading, rows_of

Given = TypeVar("Given")
UNITS = [MERIDIAN, SALES, NORTH, DELIVERY]
FRONT = Row(SALES, "level", "front_line", "learning", 20, 60, 50.0)


def asked(stage: Stage, ask: Callable[[ReleaseSource, Board], Given], reader: Reader = HR) -> Given:
    with stage.stores.company.read() as session:
        source = reading(session, reader)
        board = source.board(None)
        assert board
        return ask(source, board)


def learning(stage: Stage, unit: int, reader: Reader = HR) -> Cell | None:
    (row,) = asked(stage, lambda source, board: source.rows(board, [unit]), reader)
    return row.cells[0]


def trends(stage: Stage, reader: Reader = HR) -> dict[int, Series]:
    return {one.unit: one for one in asked(stage, lambda source, board: source.series(board, UNITS), reader)}


def test_a_cell_is_what_was_estimated_at_the_close(stage: Stage) -> None:
    level = level_of(SALES, 64.0, since=1, change=-4.0, change_low=-7.0, change_high=-1.0, unseen_6=5.5)
    stage.publish_all([60, 60], levels=[level])
    (row,) = asked(stage, lambda source, board: source.rows(board, [SALES]))

    assert row.cells == (Cell(Range(64, 61, 67), "", 30, 1, Range(-4, -7, -1), {6: 5.5}), None, None)
    assert row.asked == 80


def test_a_release_without_estimates_shows_the_mean_of_its_wave(stage: Stage) -> None:
    stage.publish_all([60])
    cell = learning(stage, DELIVERY)

    assert cell
    assert cell.level
    assert (cell.level.value, round(cell.level.half, 1), cell.change) == (60, 6.7, None)


def test_a_bound_has_no_level_even_if_there_is_an_estimate(stage: Stage) -> None:
    bounded = [row for row in rows_of(60) if row.unit_id != SALES]
    bounded.append(Row(SALES, "", "", "learning", 30, 90, None, at_least=90))
    stage.publish(1, Body(bounded, levels=[level_of(SALES, 95.0)]))

    assert learning(stage, SALES) == Cell(None, "≥ 90", 30, None, None, {})


def test_an_estimate_of_a_unit_that_shows_no_number_is_not_shown(stage: Stage) -> None:
    stage.publish(1, Body([row for row in rows_of(60) if row.unit_id != NORTH], levels=[level_of(NORTH, 64.0)]))

    assert learning(stage, NORTH) is None
    assert NORTH not in trends(stage)


@pytest.mark.parametrize(("reader", "sees"), [(HR, True), (OF_NORTH, True), (ANYBODY, False)])
def test_a_team_is_for_its_own_people(stage: Stage, reader: Reader, *, sees: bool) -> None:
    stage.publish_all([60, 60], levels=[level_of(NORTH, 64.0)])

    assert (learning(stage, NORTH, reader) is not None) is sees
    assert (NORTH in trends(stage, reader)) is sees
    assert {MERIDIAN, SALES, DELIVERY} <= set(trends(stage, reader))


def test_what_a_division_was_as_a_team_is_for_those_who_saw_it_then(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60)))
    stage.publish(2, Body(rows_of(60)), tree={**TREE, NORTH: Node(MERIDIAN, "North")})
    shown = {reader: [point is not None for point in trends(stage, reader)[NORTH].points] for reader in (HR, ANYBODY)}

    assert shown == {HR: [True, True], ANYBODY: [False, True]}


def test_a_raised_k_hides_what_is_smaller_in_every_wave(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60, {**dict.fromkeys(UNITS, 30), SALES: 20}), levels=[]))
    stage.publish(2, Body(rows_of(60), levels=[level_of(NORTH, 64.0), level_of(SALES, 64.0)]))
    with stage.stores.company.write() as session:
        session.execute(update(Programme).values(k=21))
    seen = trends(stage)

    assert learning(stage, NORTH) is None
    assert [point is not None for point in seen[NORTH].points] == [True, False]
    assert [point is not None for point in seen[SALES].points] == [False, True]


def test_a_trend_keeps_the_means_and_ends_in_the_level_of_the_release(stage: Stage) -> None:
    stage.publish_all([60, 50, 40], levels=[level_of(SALES, 47.0)])
    points = [point for point in trends(stage)[SALES].points if point]

    assert [point.mean for point in points] == [60, 50, 40]
    assert points[-1].level == Range(47.0, 44.0, 50.0)
    assert 40 < points[1].level.value < 60


def test_how_levels_move_is_what_the_release_says(stage: Stage) -> None:
    def moved(wave: int, wander: float) -> float:
        stage.publish(wave, Body(rows_of(60)))
        stage.publish(wave + 1, Body(rows_of(40)), health={"trend": {"learning": {"wander": wander, "shock": 0.0}}})
        levels = [point.level.value for point in trends(stage)[SALES].points if point]
        return float(levels[-2] - levels[-1])

    assert moved(1, 0.0) < 5
    assert moved(3, 40_000.0) > 15


def bands(stage: Stage, unit: int, reader: Reader = HR) -> Any:
    return asked(
        stage,
        lambda source, board: {
            (factor, band): row
            for factor in ("level", "tenure")
            for band, row in source.bands(board, unit, factor).items()
        },
        reader,
    )


def test_bands_have_a_level_and_a_change_of_their_own(stage: Stage) -> None:
    joined = Row(SALES, "tenure", "under_1+1_to_3", "learning", 20, 60, 55.0)
    stage.publish(1, Body([*rows_of(60), FRONT]))
    stage.publish(2, Body([*rows_of(60), FRONT, joined]))
    found = bands(stage, SALES)
    front, new = (row.cells[0] for row in found.values())

    assert list(found) == [("level", "front_line"), ("tenure", "under_1+1_to_3")]
    assert (front.since, front.people, new.since, new.change) == (1, 20, None, None)
    assert front.level.value == pytest.approx(50)
    assert front.change.value == pytest.approx(0)
    assert bands(stage, NORTH) == {}


def test_bands_over_the_waves_are_those_that_are_shown_now(stage: Stage) -> None:
    lead = Row(SALES, "level", "lead", "learning", 20, 60, 50.0)
    stage.publish(1, Body([*rows_of(60), FRONT, lead]))
    stage.publish(2, Body([*rows_of(60), FRONT]))
    found = asked(stage, lambda source, board: source.band_series(board, SALES, "level", "learning"))
    elsewhere = asked(stage, lambda source, board: source.band_series(board, NORTH, "level", "learning"))

    assert [(one.band, len(one.points)) for one in found] == [("front_line", 2)]
    assert elsewhere == []


def test_questions_have_a_change_and_shares(stage: Stage) -> None:
    first = Row(SALES, "", "", "L1", 30, 30, 60.0, counts=[0, 6, 12, 6, 6])
    stage.publish(1, Body([*rows_of(60), first]))
    stage.publish(2, Body([*rows_of(60), Row(SALES, "", "", "L1", 8, 8, 50.0)]))
    found = {one.code: one for one in asked(stage, lambda source, board: source.questions(board, SALES))}
    told = found["L1"]

    assert (told.principle, told.people, told.since, told.shares, told.waves) == ("learning", 8, 1, (), 1)
    assert told.change
    assert told.change.value == -10
    assert told.level
    assert told.level.half == pytest.approx(1.645 * 30 / 8**0.5)
    assert found["Q1"].level is None


def test_there_are_no_questions_below_the_divisions(stage: Stage) -> None:
    stage.publish_all([60])

    assert asked(stage, lambda source, board: source.questions(board, NORTH)) == []


@pytest.mark.parametrize(("k", "told"), [(5, {MERIDIAN}), (61, set())])
def test_mix_or_mind_is_told_of_fifty_people_or_more_by_the_k_of_today(stage: Stage, k: int, told: set[int]) -> None:
    parts = [Parts(unit, "learning", 1, -6.5, {"within": [-6.0, -8.0, -4.0]}) for unit in UNITS]
    stage.publish_all([60], parts=parts)
    with stage.stores.company.write() as session:
        session.execute(update(Programme).values(k=k))

    found = asked(stage, lambda source, board: {unit for unit in UNITS if source.splits(board, unit)})

    assert found == told
