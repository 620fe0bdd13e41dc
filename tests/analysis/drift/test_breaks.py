"""Where every question of a scale is replaced at once, the level before and after cannot be compared."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import Answers, monitor
from analysis.drift.result import Result
from analysis.item_effects import broken_off
from analysis.scoring import score_rows
from analysis.simulate import Fall, SimulatedAnswers, World, simulate_answers

WORLD = World(n_divisions=3, teams_per_division=2, people_per_team=20, n_waves=24, n_scales=1, items_per_scale=4)


def renewed(seed: int, *falls: Fall) -> SimulatedAnswers:
    """A company whose two questions are exchanged for two others in wave 12."""
    made = simulate_answers(replace(WORLD, item_spread=0.8), np.random.default_rng(seed), falls)
    rows = np.flatnonzero((made.answers.item < 2) == (made.answers.wave < 12))
    return replace(made, answers=Answers(*(getattr(made.answers, name)[rows] for name in Answers.__slots__)))


def judged(here: SimulatedAnswers) -> Result:
    return monitor(here.answers, here.tree, instrument=here.instrument)


def test_a_break_is_the_wave_without_a_known_question() -> None:
    here = renewed(1)
    _, sums = score_rows(here.answers, here.instrument, n_waves=24)

    assert broken_off(sums, here.instrument) == [(12, 0)]


@pytest.mark.parametrize("seed", [4, 7, 8, 9])
def test_a_break_is_no_drift(seed: int) -> None:
    result = judged(renewed(seed))

    assert result.alarms == ()
    assert result.watch == ()
    assert any("replaced at once" in warning for warning in result.warnings)


def test_a_break_is_a_base_of_the_company_and_goes_into_the_carry() -> None:
    (base,) = judged(renewed(1)).carry.bases

    assert (base.unit, base.scale, base.told, base.onset) == (0, 0, 12, 12)


def test_a_fall_after_a_break_is_found() -> None:
    alarms = judged(renewed(1, Fall(unit=0, onset=18, size=0.8))).alarms

    assert [(alarm.unit, alarm.direction) for alarm in alarms] == [(0, "down")]
    assert alarms[0].onset_low <= 18 <= alarms[0].onset_high
