"""What is new in every unit, in one scale, under the parameters of a stretch and the changes told so far."""

import numpy as np

from analysis.drift.covariance import Kinship
from analysis.drift.model import Parameters
from analysis.drift.people import Series
from analysis.drift.rebase import Base, unknown_loads
from analysis.drift.rollup import News, roll_up
from analysis.drift.setting import Setting
from analysis.panel import Ints

STAY = 0.98
"""Share of people still there a month later, for ties between epochs and between unlinked waves."""

SEEN_AGAIN = 0.75
"""Share of the people of one block who also answer in the next, departures apart."""


def news_of_scale(
    series: Series, seats: Ints, setting: Setting, *, parameters: Parameters, scale: int, bases: list[Base]
) -> News:
    """What is new in each unit, in one scale."""
    mine = [base for base in bases if base.scale == scale]
    loads = unknown_loads(series, seats, setting.tree, bases=mine, shapes=setting.shapes, totals=setting.totals)
    variance = float(parameters.variance[scale])
    ties = variance * SEEN_AGAIN
    totals = np.zeros((setting.tree.n_units, series.value.shape[1]), dtype=np.bool_)
    if setting.totals:
        totals[seats] = series.precision > 0
    return roll_up(
        series,
        seats,
        setting.tree,
        loads=loads,
        shocks=parameters.unit[scale].times(variance),
        skewness=float(parameters.skewness[scale]),
        calendar=setting.calendar,
        kinship=Kinship(ties * parameters.lasting, ties * parameters.wander, STAY, parameters.memory),
        totals=totals,
    )
