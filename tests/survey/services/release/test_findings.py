"""Alarms are told as they were told first, and as they are known now."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import monitor
from analysis.drift.result import Result
from analysis.simulate import Fall, World, simulate_scores
from survey.services.release.findings import Sight, findings

WORLD = World(n_divisions=3, teams_per_division=3, n_waves=20)
UNIT = 101
"""The unit that seat 1 stands for."""


@pytest.fixture(scope="module")
def result() -> Result:
    made = simulate_scores(WORLD, np.random.default_rng(20260101), [Fall(unit=1, onset=12, size=0.8)])
    return monitor(made.scores, made.tree)


def sight(people: int) -> Sight:
    units = tuple(range(100, 113))
    return Sight(units, 5, {(unit, "learning"): people for unit in units}, 5)


def test_an_alarm_keeps_what_was_told_and_says_what_is_known_now(result: Result) -> None:
    (told,) = (one for one in findings(result, sight(60)) if one.list == "alarm")
    known = result.changes[0]

    assert (told.unit_id, told.onset) == (UNIT, 5 + result.alarms[0].onset)
    assert told.now
    assert told.now["shape"] == known.shape
    assert told.now["onset_low"] <= told.now["onset"] == 5 + known.onset <= told.now["onset_high"]
    assert abs(told.now["points"] - known.size) <= 0.25
    assert told.now["low"] < told.now["points"] < told.now["high"]


def test_of_fewer_than_fifty_no_size_is_told_now_either(result: Result) -> None:
    (told,) = (one for one in findings(result, sight(49)) if one.list == "alarm")

    assert told.now
    assert [told.now[name] for name in ("points", "low", "high")] == [None] * 3


def test_the_watch_list_has_no_now(result: Result) -> None:
    told = findings(replace(result, watch=result.alarms, alarms=(), changes=()), sight(60))

    assert [one.now for one in told] == [None]
    assert told[0].list == "watch"
