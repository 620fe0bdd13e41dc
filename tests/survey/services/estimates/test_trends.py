"""Levels of groups from the rows that are shown of them."""

import pytest

from analysis.trend import Motion, trends
from survey.queries.releases import Row
from survey.services.estimates.trends import levels_of

TIMES = (0.0, 0.5, 1.0)
SPREAD = (20.0, 20.0, 20.0)
MOTION = Motion(wander=4.0, shock=0.5)


def row(points: float | None, people: int = 25) -> Row:
    return Row(1, "", "", "learning", people, 3 * people, points, at_least=None if points is not None else 90)


def test_levels_are_those_of_the_model_of_the_close() -> None:
    found = levels_of({"a": [row(60.0), None, row(50.0)]}, spread=SPREAD, times=TIMES, motion=MOTION)
    model = trends([[60.0, float("nan"), 50.0]], [[25, float("nan"), 25]], SPREAD, TIMES, MOTION)
    last, change = found["a"].at(2), found["a"].change(0, 2)

    assert last
    assert change
    assert (last.value, last.low, last.high) == (model.level[0, 2], model.low[0, 2], model.high[0, 2])
    assert (change.value, change.low) == (model.change(0).size[0], model.change(0).low[0])


def test_a_group_with_nothing_but_bounds_has_no_levels() -> None:
    groups = {"bounds": [row(None)] * 3, "numbers": [row(60.0)] * 3}

    assert list(levels_of(groups, spread=SPREAD, times=TIMES, motion=MOTION)) == ["numbers"]
    assert levels_of({"bounds": [row(None)] * 3}, spread=SPREAD, times=TIMES, motion=MOTION) == {}


def test_nothing_is_said_outside_the_first_and_the_last_mean() -> None:
    found = levels_of({"a": [None, row(60.0), None]}, spread=SPREAD, times=TIMES, motion=MOTION)["a"]

    assert [found.at(wave) is None for wave in range(3)] == [True, False, True]
    assert found.change(0, 1) is None


@pytest.mark.parametrize("motion", [Motion(0.0, 0.0), MOTION])
def test_groups_do_not_move_one_another(motion: Motion) -> None:
    one, other = [row(60.0)] * 3, [row(30.0), row(40.0), row(20.0)]
    alone = levels_of({"a": one}, spread=SPREAD, times=TIMES, motion=motion)["a"].at(2)
    beside = levels_of({"b": other, "a": one}, spread=SPREAD, times=TIMES, motion=motion)["a"].at(2)

    assert alone == beside
