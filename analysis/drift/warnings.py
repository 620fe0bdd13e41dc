"""Where the promise needs a qualification, in words."""

import numpy as np

from analysis.drift.decide import LEAST_HISTORY
from analysis.drift.opening import Opened
from analysis.drift.setting import Setting
from analysis.panel import Panel, Summaries

LEAST_TOLD = 1.05
"""Smallest inflation by the self-check that is told."""


def warnings_of(data: Panel, opened: Opened, setting: Setting) -> tuple[str, ...]:
    """Sentences for the reader, most general first."""
    said = []
    n_asked = int(opened.observed.asked.sum())
    if n_asked < 2:
        said.append("One wave has no before: levels are given, changes are unknown.")
    elif n_asked < LEAST_HISTORY:
        said.append(
            f"{n_asked} waves are too few for an alarm, which needs {LEAST_HISTORY}: what was found is on the watch "
            "list alone, and the stated rate of false alarms does not cover it."
        )
    if isinstance(data, Summaries):
        if (data.n == 0).any():
            share = np.mean(data.n == 0)
            said.append(
                f"The number of people is unknown in {share:.0%} of the rows: their spread is estimated from the waves."
            )
        if np.isnan(data.sd).any() and (data.n > 0).any():
            said.append("Where the spread between people is unknown, that of the other rows or 20 points is assumed.")
    if opened.breaks:
        said.append(
            "Once or more, every question of a scale was replaced at once: a change across that wave cannot be told."
        )
    if not isinstance(data, Summaries) and (data.person < 0).any():
        said.append("Answers are not linked over waves: the same drift is found later than with linked answers.")
    for depth in range(1, int(setting.tree.depth.max(initial=0)) + 1):
        larger = float(setting.inflation[setting.tree.depth == depth].max())
        if larger >= LEAST_TOLD:
            said.append(
                f"Units {depth} below the company move more, or for longer, than the model explains: evidence there "
                f"is divided by {larger:.1f}."
            )
    return tuple(said)
