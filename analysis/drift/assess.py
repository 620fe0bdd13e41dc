"""The evidence for every unit and scale after every wave, given parameters and the changes already told."""

from dataclasses import dataclass

import numpy as np

from analysis.drift.company import company_prior, told_by_others
from analysis.drift.evidence import weigh
from analysis.drift.judge import judge_units
from analysis.drift.model import Parameters
from analysis.drift.people import Series
from analysis.drift.rebase import Base, restarts
from analysis.drift.setting import Setting
from analysis.drift.tables import Tables, news_of_scale, node_tables
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the waves say of each node.

    Attributes
    ----------
    down, up : ndarray of float, shape (n_scales, n_units, n_waves)
        Logarithm of the evidence for a fall and for a rise; −inf where there is none.
    waves : ndarray of int, shape (n_units, n_waves)
        Waves so far in which the node could be compared, in any scale.
    """

    down: Floats
    up: Floats
    waves: Ints


def assess(
    series: list[Series],
    seats: Ints,
    setting: Setting,
    *,
    parameters: Parameters,
    bases: list[Base],
    waves: tuple[int, int],
) -> Assessment:
    """Evidence after each of the waves, for every scale and unit."""
    n_scales, tree, n_waves = len(series), setting.tree, setting.calendar.months.size
    down, up = (np.full((n_scales, tree.n_units, n_waves), -np.inf) for _ in range(2))
    after = restarts(tree, n_scales, bases)
    compared = np.zeros((tree.n_units, n_waves), dtype=np.bool_)
    company: list[Tables | None] = []
    for scale in range(n_scales):
        news = news_of_scale(series[scale], seats, setting, parameters=parameters, scale=scale, bases=bases)
        company.append(node_tables(news, tree.root, setting, parameters, scale))
        judged = judge_units(news, setting, parameters=parameters, scale=scale, after=after[scale], waves=waves)
        down[scale], up[scale] = judged[:2]
        compared |= judged[2]
    fits = [None if tables is None else tables.log_fit - company_prior()[:, None] for tables in company]
    for scale, tables in enumerate(company):
        if tables is not None:
            compared[tree.root] |= tables.compared
            limits = (
                setting.shapes.rise,
                setting.shapes.first_onset,
                int(after[scale, tree.root]),
                waves,
                setting.smallest,
            )
            log_fit = tables.log_fit + told_by_others(fits, scale, setting.calendar.months)
            found = weigh(tables.score, tables.information, log_fit, *limits)
            down[scale, tree.root], up[scale, tree.root] = found
    return Assessment(down, up, np.cumsum(compared, axis=1))
