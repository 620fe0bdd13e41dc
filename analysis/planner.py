"""What a planned programme will be able to find, level by level, told by the engine itself."""

import copy
import itertools
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats
from analysis.programme import Programme
from analysis.simulate import simulate_scores
from analysis.trials import Trial, trials

POWER = 0.8
HORIZONS = (3, 6, 12)
"""Months since a fall began."""

YEARS = (1, 2)
"""Full years of waves before a fall, which begins within the year that follows."""

Cell = tuple[str, int, int]
"""Level, years of waves before the fall, months since it began."""


@dataclass(frozen=True, slots=True)
class FallFound:
    """The lasting fall of a unit that will be found with 80 % probability.

    Attributes
    ----------
    level : str
        `company`, `division` or `team`.
    after_years : int
        Full years of waves before the fall, which begins within the year that follows.
    months : int
        Time since it began.
    points : float
        Size of the fall in points of 0–100, the median over the units of the level; nan where none could be found.
    low, high : float
        The range over units, scales and draws; nan where none could be found.
    """

    level: str
    after_years: int
    months: int
    points: float
    low: float
    high: float


def plan_falls(programme: Programme, rng: np.random.Generator, *, n_draws: int = 1) -> tuple[FallFound, ...]:
    """Say which falls a programme will find, by running the engine on companies in which nothing happens.

    Use it to choose cadence, sample and epochs before the first wave. Not for a survey that runs: its own
    `Result.detectability` knows who really answered.

    Parameters
    ----------
    programme : Programme
        As it is planned.
    rng : numpy.random.Generator
        Source of all randomness; the same state for two programmes makes them comparable.
    n_draws : int
        Companies simulated for each length of the survey; three lengths bear on every number.

    Returns
    -------
    tuple of FallFound
        By level from the root down, then years, then months.

    Notes
    -----
    What can be found does not depend on what people answer, only on who answers when, and on how scores vary: here as
    in `World`, with an SD of 20 points; real falls in points scale with the real SD. Who is asked is drawn anew for
    each wave, so the sample multiplies the response. Falls begin at three times spread over a year, since in an epoch
    an early one is found sooner than one at its end. A horizon that holds fewer than one wave, or a history of fewer
    than six, finds nothing. What is found within six months is found within twelve, too, so the numbers never rise
    with time. Large companies are tried in parts, see `trials`.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis.planner import plan_falls
    >>> from analysis.programme import Programme
    >>> small = Programme(people=40, divisions=0, teams=2, waves_per_year=4)
    >>> falls = plan_falls(small, np.random.default_rng(20260101))
    >>> [(fall.level, fall.after_years, fall.months) for fall in falls][:3]
    [('company', 1, 3), ('company', 1, 6), ('company', 1, 12)]
    """
    if n_draws < 1:
        raise ValueError(f"n_draws: got {n_draws}; wanted at least 1")
    lengths = n_draws * _lengths(programme.waves_per_year)
    found: dict[Cell, list[Floats]] = defaultdict(list)
    for n_waves, source in zip(lengths, copy.deepcopy(rng).spawn(len(lengths)), strict=True):
        for trial in trials(programme, n_waves):
            for cell, points in _found_after(programme, trial, copy.deepcopy(source)).items():
                found[cell].append(points)
    cells = itertools.product(programme.levels, YEARS)
    return tuple(fall for level, years in cells for fall in _never_rising(level, years, found))


def _lengths(waves_per_year: int) -> list[int]:
    """Numbers of waves after which the engine is asked: each gives several horizons, each year three falls."""
    step = max(1, round(waves_per_year / 3))
    return list(range(waves_per_year + step, (max(YEARS) + 2) * waves_per_year, step))


def _found_after(programme: Programme, trial: Trial, rng: np.random.Generator) -> dict[Cell, Floats]:
    """Points found at the last wave of a trial; infinite where none could be."""
    from analysis.drift.decide import LEAST_HISTORY  # noqa: PLC0415 -- weight
    from analysis.drift.monitor import LEAST_THRESHOLD, monitor  # noqa: PLC0415 -- weight

    cadence, n_waves = programme.waves_per_year, trial.world.n_waves
    years = {months: _years_before(cadence, n_waves, months) for months in HORIZONS}
    if n_waves < LEAST_HISTORY or not set(years.values()) & set(YEARS):
        return {}
    simulated = simulate_scores(trial.world, rng)
    if not simulated.scores.wave.size:
        return {}
    needed = trial.rarity * max(LEAST_THRESHOLD, cadence / programme.false_alarms_per_year)
    found = monitor(
        simulated.scores,
        simulated.tree,
        times=simulated.times,
        epochs=simulated.epochs,
        waves_per_year=cadence,
        false_alarms_per_year=cadence / needed,
    ).detectability
    points, depth = np.where(np.isnan(found.points), np.inf, found.points), simulated.tree.depth[found.unit]
    return {
        (level, years[months], months): points[(depth == at) & (found.months == months)]
        for at, level in enumerate(programme.levels)
        if level in trial.levels
        for months in HORIZONS
        if years[months] in YEARS and months * cadence >= 12
    }


def _years_before(waves_per_year: int, n_waves: int, months: int) -> int:
    """Full years of waves before a fall that began so many months before the last wave."""
    time = np.arange(n_waves) * 12 / waves_per_year
    return int(np.searchsorted(time, time[-1] - months + 1e-9, side="right")) // waves_per_year


def _never_rising(level: str, years: int, found: dict[Cell, list[Floats]]) -> list[FallFound]:
    falls, best = [], np.full(3, np.inf)
    for months in HORIZONS:
        if pooled := found.get((level, years, months)):
            values = np.concatenate(pooled)
            best = np.minimum(best, [np.median(values), values.min(), values.max()])
        falls.append(FallFound(level, years, months, *np.where(np.isinf(best), np.nan, best).tolist()))
    return falls
