"""What the monitor says of companies that fall, rise, recover, or do nothing."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import Scores, monitor
from analysis.drift.result import Alarm, Result
from analysis.simulate import Fall, World, simulate_scores

WORLD = World(n_divisions=3, teams_per_division=3, people_per_team=12, n_waves=30, n_scales=1)
DIVISION, TEAM = 1, 5
STEP = Fall(unit=DIVISION, onset=12, size=0.8)


def judged(*falls: Fall, world: World = WORLD, seed: int = 0, **options: float) -> Result:
    simulated = simulate_scores(world, np.random.default_rng([20260101, seed]), falls)
    return monitor(simulated.scores, simulated.tree, **options)


def places(entries: tuple[Alarm, ...]) -> list[tuple[int, str]]:
    return [(entry.unit, entry.direction) for entry in entries]


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(("unit", "size"), [(DIVISION, 0.8), (TEAM, 1.6), (0, 0.6)])
def test_one_fall_raises_one_alarm_where_it_is(unit: int, size: float, seed: int) -> None:
    result = judged(Fall(unit=unit, onset=16, size=size), seed=seed)

    assert places(result.alarms) == [(unit, "down")]
    assert result.alarms[0].wave <= 18
    # It may have been on the watch list before, and nothing else may.
    assert all((entry.unit, entry.direction) == (unit, "down") for entry in result.watch)
    assert all(16 <= entry.wave < result.alarms[0].wave for entry in result.watch)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_an_alarm_states_onset_and_size_within_its_intervals(seed: int) -> None:
    (alarm,) = judged(STEP, seed=seed).alarms

    assert alarm.onset_low <= 12 <= alarm.onset_high <= alarm.wave
    assert alarm.onset_low <= alarm.onset <= alarm.onset_high
    assert alarm.low < 16 < alarm.high
    assert alarm.low < alarm.size < alarm.high


def test_a_fall_is_found_in_its_own_scale() -> None:
    (alarm,) = judged(replace(STEP, scales=(2,)), world=replace(WORLD, n_scales=3)).alarms

    assert (alarm.unit, alarm.scale) == (DIVISION, 2)


def test_an_alarm_comes_when_the_evidence_reaches_the_threshold_and_never_else() -> None:
    result = judged(STEP)
    crossed = np.flatnonzero(result.log_evidence >= result.log_threshold)

    assert [alarm.wave for alarm in result.alarms] == crossed.tolist()


def test_a_descent_is_found_while_it_goes_on() -> None:
    (alarm, *_) = judged(Fall(unit=DIVISION, onset=10, size=1.6, over_months=12)).alarms

    assert (alarm.unit, alarm.direction) == (DIVISION, "down")
    assert 10 < alarm.wave < 22


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_rise_goes_to_watch_and_the_slide_back_raises_an_alarm(seed: int) -> None:
    up, back = Fall(unit=DIVISION, onset=8, size=-0.9), Fall(unit=DIVISION, onset=20, size=0.9)
    result = judged(up, back, seed=seed)

    assert places(result.watch) == [(DIVISION, "up")]
    assert places(result.alarms) == [(DIVISION, "down")]
    assert result.alarms[0].wave >= 20
    assert result.alarms[0].low < 18 < result.alarms[0].high


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_deeper_fall_raises_another_alarm(seed: int) -> None:
    result = judged(replace(STEP, onset=8), replace(STEP, onset=18), seed=seed)

    assert places(result.alarms) == [(DIVISION, "down")] * 2
    assert [alarm.wave < 18 for alarm in result.alarms] == [True, False]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_two_falls_that_have_nothing_to_do_with_each_other_raise_two(seed: int) -> None:
    result = judged(Fall(unit=4, onset=10, size=1.8), Fall(unit=2, onset=18, size=1.0), seed=seed)

    assert places(result.alarms) == [(4, "down"), (2, "down")]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_recovery_goes_to_watch_as_a_rise(seed: int) -> None:
    result = judged(replace(STEP, onset=10, size=1.0), replace(STEP, onset=20, size=-1.0), seed=seed)

    assert places(result.alarms) == [(DIVISION, "down")]
    rises = [entry for entry in result.watch if entry.direction == "up"]
    assert places(rises) == [(DIVISION, "up")]
    assert rises[0].wave >= 20


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_where_nothing_happens_nothing_is_told(seed: int) -> None:
    result = judged(seed=seed)

    assert result.alarms == result.watch == ()
    assert (result.log_evidence < result.log_threshold).all()


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_fall_that_is_surely_below_the_smallest_change_is_not_told(seed: int) -> None:
    small, large = replace(STEP, size=0.4), replace(WORLD, people_per_team=60)

    assert judged(small, world=large, seed=seed, smallest_change=20).alarms == ()
    assert places(judged(small, world=large, seed=seed).alarms) == [(DIVISION, "down")]


@pytest.mark.parametrize(
    ("waves_per_year", "rate", "bound"), [(12, 0.1, 120), (12, 0.2, 60), (4, 0.1, 40), (1, 0.1, 40), (52, 0.1, 520)]
)
def test_the_threshold_is_the_waves_in_which_one_false_alarm_is_borne(
    waves_per_year: float, rate: float, bound: float
) -> None:
    options = {"waves_per_year": waves_per_year, "false_alarms_per_year": rate}

    result = judged(world=replace(WORLD, n_waves=3), **options)

    assert result.log_threshold == pytest.approx(np.log(bound))


def test_fewer_than_six_waves_never_alarm_and_say_so() -> None:
    crash = Fall(unit=DIVISION, onset=3, size=2.0)

    result = judged(crash, world=replace(WORLD, n_waves=5))

    assert result.alarms == ()
    assert result.log_evidence[-1] > result.log_threshold
    assert places(result.watch) == [(DIVISION, "down")]
    assert any("too few for an alarm, which needs 6" in warning for warning in result.warnings)


def test_six_waves_are_enough() -> None:
    result = judged(Fall(unit=DIVISION, onset=5, size=2.0), world=replace(WORLD, n_waves=6))

    assert places(result.alarms) == [(DIVISION, "down")]
    assert result.warnings == ()


def test_one_wave_gives_levels_and_no_alarms() -> None:
    result = judged(world=replace(WORLD, n_waves=1))

    assert result.alarms == result.watch == ()
    assert result.log_evidence.tolist() == [0]
    assert result.estimates.unit.size == 13
    assert result.warnings[0].startswith("One wave has no before")


def test_a_company_of_one_unit_is_judged_alone() -> None:
    world = replace(WORLD, parent=(-1,), team_sizes=(60,))

    assert places(judged(Fall(unit=0, onset=15, size=1.0), world=world).alarms) == [(0, "down")]
    assert judged(world=world).alarms == ()


def test_a_fall_deep_in_a_chain_is_found_on_its_path() -> None:
    world = replace(WORLD, parent=(-1, 0, 1, 2, 3, 4, 0, 1, 2, 3), team_sizes=(20,) * 5)

    (alarm,) = judged(Fall(unit=4, onset=15, size=1.4), world=world).alarms

    assert alarm.unit in {4, 5}


def test_people_who_sit_at_a_division_count_for_it() -> None:
    simulated = simulate_scores(WORLD, np.random.default_rng(20260101), [STEP])
    scores, parent = simulated.scores, simulated.tree.parent
    raised = np.where(parent[scores.unit] == DIVISION, DIVISION, scores.unit)

    result = monitor(Scores(scores.wave, scores.person, raised, scores.scale, scores.value), simulated.tree)

    assert places(result.alarms) == [(DIVISION, "down")]
    assert result.alarms[0].wave <= 14


@pytest.mark.parametrize("unit", [0, DIVISION])
def test_later_waves_make_a_told_change_surer(unit: int) -> None:
    result = judged(Fall(unit=unit, onset=12, size=0.6), world=replace(WORLD, n_waves=26))

    (alarm,), (change,) = result.alarms, result.changes
    assert (change.unit, change.wave, change.direction) == (unit, alarm.wave, "down")
    assert change.high - change.low < alarm.high - alarm.low
    assert change.low < 12 < change.high
    assert change.onset_low <= 12 <= change.onset_high


def test_a_change_of_long_ago_stands_as_it_was_told() -> None:
    result = judged(Fall(unit=0, onset=10, size=0.8), world=replace(WORLD, n_waves=60))

    assert result.changes[0] == result.alarms[0]
