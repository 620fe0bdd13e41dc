"""The one entry to drift detection: what changed, where, since when, how much, how sure."""

import numpy as np
from numpy.typing import ArrayLike

from analysis.drift.carry import Carry
from analysis.drift.course import Course
from analysis.drift.detectability import detectabilities
from analysis.drift.follow import follow
from analysis.drift.levels import levels
from analysis.drift.opening import open_call
from analysis.drift.result import Result
from analysis.drift.revise import revised
from analysis.drift.warnings import warnings_of
from analysis.panel import Instrument, Panel
from analysis.tree import Tree

LEAST_THRESHOLD = 40.0
"""The evidence needed at least, so that yearly files do not alarm cheaply."""


def monitor(
    data: Panel,
    tree: Tree,
    *,
    instrument: Instrument | None = None,
    times: ArrayLike | None = None,
    epochs: ArrayLike | None = None,
    waves_per_year: float = 12,
    false_alarms_per_year: float = 0.1,
    smallest_change: float = 1.0,
    carry: Carry | None = None,
) -> Result:
    """Judge every wave of a recurring survey by whether any unit has drifted.

    For series of waves of one instrument in one tree. Not for comparing two groups, nor for the first few waves:
    alarms need six.

    Parameters
    ----------
    data : Answers, Scores or Summaries
        Rows in any order; a wave without rows is one in which nobody was asked.
    tree : Tree
        Every unit that ever existed.
    instrument : Instrument, optional
        Scale, range and direction of each item; needed for `Answers`.
    times : array_like of float, shape (n_waves,), optional
        Time of each wave in years, rising; else the waves are evenly spaced.
    epochs : array_like of int, shape (n_waves,), optional
        Person numbers mean the same person only within an epoch.
    waves_per_year : float
        Usual cadence.
    false_alarms_per_year : float
        Alarms a year, on average, if nothing ever drifts; together with the cadence it sets the threshold.
    smallest_change : float
        Points of 0–100 below which nobody would act; no alarm while the far end of the interval is smaller.
    carry : Carry, optional
        `Result.carry` of the call for the earlier epochs, in the same tree; alarms are counted in this call's waves.

    Returns
    -------
    Result
        Alarms, watch list, evidence, levels, what could not have been seen, and the carry for the next epoch.

    Raises
    ------
    ValueError
        If rows contradict each other, the tree or the instrument, or there is none; the message says which.

    Notes
    -----
    People's scores are filtered given lasting and wandering deviations, collapsed per unit and wave, cleared of the
    unit's unknown level and of shared shocks, and added up the tree; every unit is judged against the rest of the
    company, the company alone. Each onset, shape and size has a likelihood ratio; they are averaged over sizes and
    shapes and summed over onsets (Shiryaev-Roberts), and the weighted sum over units and scales is the evidence.
    Under the null model its mean grows by one a wave, hence at most one alarm in exp(log_threshold) waves on average.
    Parameters come from earlier waves only, so that the first waves of a longer call give the same result to the last
    bit. What breaks the promise: shocks the model does not know, such as joiners whose scores cool.

    References
    ----------
    Shin, Ramdas & Rinaldo, E-detectors, NEJSDS 2024. Willsky & Jones, IEEE Trans. Automatic Control 21, 1976.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis.simulate import Fall, World, simulate_scores
    >>> world = World(n_divisions=3, teams_per_division=3, n_waves=20)
    >>> simulated = simulate_scores(world, np.random.default_rng(20260101), [Fall(unit=1, onset=12, size=0.8)])
    >>> [(alarm.unit, alarm.direction) for alarm in monitor(simulated.scores, simulated.tree).alarms]
    [(1, 'down')]
    """
    if not false_alarms_per_year > 0:
        raise ValueError(f"false_alarms_per_year must be above 0; got {false_alarms_per_year}")
    if not smallest_change > 0:
        raise ValueError(f"smallest_change must be above 0 points; got {smallest_change}")
    opened = open_call(
        data, tree, instrument=instrument, times=times, epochs=epochs, waves_per_year=waves_per_year, carry=carry
    )
    log_threshold = float(np.log(max(LEAST_THRESHOLD, waves_per_year / false_alarms_per_year)))
    course = Course.begin(opened, tree, spacing=12.0 / waves_per_year, smallest=smallest_change, carry=carry)
    ledger = follow(course, log_threshold=log_threshold, waves_per_year=waves_per_year, carry=carry)
    estimates, sums = levels(data, opened.scored, tree, None if carry is None else carry.levels)
    return Result(
        alarms=tuple(ledger.alarms),
        watch=tuple(ledger.watch),
        changes=() if course.stretch is None else revised(ledger, course.stretch),
        log_evidence=np.array([ledger.log_evidence[wave] for wave in range(opened.offset, opened.months.size)]),
        log_threshold=log_threshold,
        estimates=estimates,
        detectability=detectabilities(course, ledger),
        warnings=warnings_of(data, opened, course.setting),
        carry=course.carry(ledger, sums),
    )
