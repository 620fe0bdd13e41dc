"""From another tool's means to our own answers: what is remembered, and that the border itself is no news."""

import dataclasses

import numpy as np
import pytest

from analysis import Answers, Instrument, Scores, Summaries, Tree, monitor
from analysis.drift.border import before_another_instrument
from analysis.drift.carry import Carry
from analysis.simulate import Fall
from tests.analysis.drift.histories import YEAR, after, lived, remembered


@pytest.fixture(scope="module")
def quiet() -> tuple[Summaries, Scores, Tree]:
    return lived(1)


@pytest.fixture(scope="module")
def carry(quiet: tuple[Summaries, Scores, Tree]) -> Carry:
    return remembered(quiet[0], quiet[2])


def test_another_level_of_another_tool_is_no_change(quiet: tuple[Summaries, Scores, Tree], carry: Carry) -> None:
    result = after(quiet[1], quiet[2], carry)

    assert not result.alarms
    assert not result.watch


def test_it_would_be_one_if_the_border_were_not_known(quiet: tuple[Summaries, Scores, Tree], carry: Carry) -> None:
    result = after(quiet[1], quiet[2], dataclasses.replace(carry, bases=()))

    assert {alarm.unit for alarm in result.alarms} >= {quiet[2].root}


def test_a_fall_is_found_before_the_company_has_six_waves_of_its_own() -> None:
    past, later, tree = lived(2, [Fall(unit=1, onset=YEAR + 2, size=0.8)])
    found = after(later, tree, remembered(past, tree)).alarms
    alone = after(later, tree, None).alarms

    assert [(alarm.unit, alarm.onset) for alarm in found[:1]] == [(1, 2)]
    assert found[0].wave < 5 <= alone[0].wave


def test_how_far_people_lie_apart_is_forgotten_with_the_tool(carry: Carry) -> None:
    assert not carry.moments.within.any()
    assert not carry.levels.parts.any()
    assert not carry.listed


def test_a_tool_of_half_the_spread_counts_double() -> None:
    plain, narrow = (remembered(*lived(1, spread=spread)[::2]) for spread in (1.0, 0.5))
    wander = [np.nanstd(np.where(one.series[0].precision > 0, one.series[0].value, np.nan)) for one in (plain, narrow)]

    assert wander[1] == pytest.approx(wander[0], rel=0.25)


def test_units_above_others_do_not_pass_for_those_within_them(
    carry: Carry, quiet: tuple[Summaries, Scores, Tree]
) -> None:
    told = carry.units[(carry.series[0].precision > 0).any(axis=1)]

    assert not np.isin(told, quiet[2].parent).any()


def test_a_history_of_divisions_tells_of_the_company_alone() -> None:
    past, later, tree = lived(1, deepest=1)
    carry = remembered(past, tree)

    assert carry.units[(carry.series[0].precision > 0).any(axis=1)].tolist() == [tree.root]
    assert not carry.asked.any()
    assert np.isfinite(after(later, tree, carry).log_evidence).all()


def test_units_may_be_added_after_the_border_also_deeper_ones(
    quiet: tuple[Summaries, Scores, Tree], carry: Carry
) -> None:
    _, later, tree = quiet
    newest = tree.n_units - 1
    larger = Tree([*tree.parent.tolist(), newest])
    unit = np.where(later.unit == newest, newest + 1, later.unit)
    result = after(Scores(later.wave, later.person, unit, later.scale, later.value), larger, carry)

    assert result.estimates.unit.max() == newest + 1


def test_items_of_later_epochs_are_counted_from_the_first_wave_on(
    carry: Carry, quiet: tuple[Summaries, Scores, Tree]
) -> None:
    tree, instrument = quiet[2], Instrument([0, 0, 1, 2], [1] * 4, [5] * 4, [False] * 4)
    leaf, rng = tree.n_units - 1, np.random.default_rng(20260101)

    def epoch() -> Answers:
        wave, person, item = (axis.ravel() for axis in np.indices((3, 20, 4)))
        return Answers(wave, person, np.full(wave.size, leaf), item, rng.integers(1, 6, wave.size))

    first = monitor(epoch(), tree, instrument=instrument, times=1.0 + np.arange(3) / YEAR, carry=carry)
    second = monitor(epoch(), tree, instrument=instrument, times=1.25 + np.arange(3) / YEAR, carry=first.carry)

    assert second.carry.items is not None
    assert second.carry.items.count.any(axis=1).tolist() == [False] * YEAR + [True] * 6
    assert len(second.carry.bases) == 3


def test_the_memory_is_that_of_the_waves_before_the_border(quiet: tuple[Summaries, Scores, Tree]) -> None:
    past, _, tree = quiet
    carry = before_another_instrument(monitor(past, tree, times=np.arange(YEAR) / YEAR).carry, tree)

    assert carry.months.tolist() == pytest.approx(np.arange(YEAR))
    assert {(base.told, base.unit) for base in carry.bases} == {(YEAR, tree.root)}


@pytest.mark.parametrize("spread", [0.01, 2.5])
def test_neither_a_tool_without_spread_nor_a_company_of_extremes_breaks_the_engine(spread: float) -> None:
    past, later, tree = lived(1, spread=spread)
    extreme = Scores(later.wave, later.person, later.unit, later.scale, np.where(later.value > 62, 100.0, 0.0))
    result = after(extreme, tree, remembered(past, tree))

    assert np.isfinite(result.log_evidence).all()
    assert not result.alarms
