"""Levels of what is shown now, changes since a wave in which it was shown."""

import numpy as np
import pytest

from analysis.drift.result import Detectability
from survey.queries.releases import Level
from survey.services.estimates.levels import About, levels_of, motions, unseen_of
from survey.services.estimates.series import Series, WaveMeans, series_of
from tests.survey.services.estimates.made import COMPANY, NORTH, SOUTH, SPREAD, flat, wave_means

NOTHING = About({}, {})


def of(series: Series, unit: int, about: About = NOTHING) -> Level | None:
    found = levels_of(series, motions(series, {COMPANY, NORTH}), about)
    return next((one for one in found if (one.unit_id, one.principle) == (unit, "learning")), None)


def test_one_wave_has_a_level_and_no_change() -> None:
    found = of(flat(1), NORTH)

    assert found
    assert found.low < found.level == 60.0 < found.high
    assert (found.since, found.change) == (None, None)


@pytest.mark.parametrize(("n_waves", "since"), [(2, 1), (13, 1), (20, 8)])
def test_a_change_runs_over_twelve_waves_at_most(n_waves: int, since: int) -> None:
    found = of(flat(n_waves), NORTH)

    assert found
    assert (found.since, found.change) == (since, 0.0)


def test_a_change_begins_where_the_unit_was_shown() -> None:
    waves = [wave_means(1, {COMPANY: 60}), *(wave_means(number, {COMPANY: 60, NORTH: 50}) for number in (2, 3))]
    found = of(series_of(waves, k=5), NORTH)

    assert found
    assert found.since == 2


def test_what_is_not_shown_now_has_no_level() -> None:
    waves = [wave_means(1, {COMPANY: 60, NORTH: 60}), wave_means(2, {COMPANY: 60})]

    assert of(series_of(waves, k=5), NORTH) is None
    assert of(series_of(waves, k=5), COMPANY)


def test_groups_below_the_k_of_today_teach_nothing() -> None:
    waves = [wave_means(1, {COMPANY: 60, SOUTH: 60}, people=6), wave_means(2, {COMPANY: 60, SOUTH: 60}, people=12)]
    found = of(series_of(waves, k=10), SOUTH)

    assert found
    assert found.since is None


def test_nothing_shown_is_no_level_and_no_motion() -> None:
    series = series_of([wave_means(1, {})], k=5)

    assert motions(series, {COMPANY}) == {}
    assert levels_of(series, {}, NOTHING) == []


def test_waves_of_a_history_have_levels_without_a_change() -> None:
    waves = [wave_means(number, {COMPANY: 60}) for number in (1, 2)]
    series = series_of([WaveMeans(None, one.measured_on, SPREAD, one.means) for one in waves], k=5)
    found = of(series, COMPANY)

    assert found
    assert found.change is None


def test_people_asked_and_what_could_go_unseen_stand_beside() -> None:
    found = of(flat(2), NORTH, About({NORTH: 80}, {(NORTH, "learning"): (None, 9.0, 7.5)}))

    assert found
    assert (found.asked, found.unseen_3, found.unseen_6, found.unseen_12) == (80, None, 9.0, 7.5)


def test_what_goes_unseen_is_told_of_large_units_in_half_points_upwards() -> None:
    points = np.array([np.nan, 7.1, 6.0, 3.3])
    found = Detectability(np.array([0, 0, 0, 1]), np.zeros(4, np.int64), np.array([3, 6, 12, 12]), points, np.ones(4))

    assert unseen_of(found, (COMPANY, NORTH), {(COMPANY, "learning")}) == {(COMPANY, "learning"): (None, 7.5, 6.0)}
