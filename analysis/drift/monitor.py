"""The one entry to drift detection: what changed, where, since when, how much, how sure."""

import numpy as np
from numpy.typing import ArrayLike

from analysis.drift.carry import Carry
from analysis.drift.course import Course, follow
from analysis.drift.detectability import detectabilities
from analysis.drift.levels import levels
from analysis.drift.opening import open_call
from analysis.drift.result import Result
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
    """Judge every wave of a recurring survey by whether any unit has drifted."""
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
    return Result(
        alarms=tuple(ledger.alarms),
        watch=tuple(ledger.watch),
        log_evidence=np.array([ledger.log_evidence[wave] for wave in range(opened.offset, opened.months.size)]),
        log_threshold=log_threshold,
        estimates=levels(data, opened.scored, tree),
        detectability=detectabilities(course, ledger),
        warnings=warnings_of(data, opened),
        carry=course.carry(ledger),
    )
