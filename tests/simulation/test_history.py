"""A history of another tool before our own waves: no false alarm from the border, and no fall found later for it."""

from functools import cache

import numpy as np
import pytest

from analysis.simulate import Fall
from tests.analysis.drift.histories import YEAR, after, lived, remembered

COMPANIES = 40
FALL = Fall(unit=1, onset=YEAR + 4, size=0.5)
NEVER = 99


@cache
def delays(deepest: int | None) -> list[int]:
    """Waves until the fall of a division is found, in each company; without a history for None."""
    found = []
    for seed in range(COMPANIES):
        past, later, tree = lived(seed, [FALL], deepest=deepest or 0)
        result = after(later, tree, None if deepest is None else remembered(past, tree))
        right = [alarm.wave - 3 for alarm in result.alarms if alarm.unit == FALL.unit and alarm.scale == 0]
        found.append(right[0] if right else NEVER)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("spread", [0.5, 1.0, 1.8])
@pytest.mark.parametrize("deepest", [0, 1, 2])
def test_the_first_year_after_the_border_keeps_the_promised_rate(deepest: int, spread: float) -> None:
    alarms = 0
    for seed in range(COMPANIES):
        past, later, tree = lived(seed, deepest=deepest, spread=spread)
        alarms += len(after(later, tree, remembered(past, tree)).alarms)

    print(f"history down to depth {deepest}, spread x{spread}: {alarms} alarms in {COMPANIES} company-years")  # noqa: T201 -- the figure is what is measured
    assert alarms <= 0.1 * COMPANIES


@pytest.mark.slow
@pytest.mark.parametrize("deepest", [0, 1, 2])
def test_a_fall_after_the_border_is_found_no_later_than_without_a_history(deepest: int) -> None:
    with_history, without = delays(deepest), delays(None)
    figures = [(float(np.median(one)), one.count(NEVER)) for one in (with_history, without)]

    print(f"history down to depth {deepest}: median delay and misses {figures[0]}, without a history {figures[1]}")  # noqa: T201 -- the figure is what is measured
    assert figures[0] <= figures[1]
