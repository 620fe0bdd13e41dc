"""One stretch of waves under one set of parameters: the evidence of every unit and scale after each of its waves."""

from dataclasses import dataclass, field

import numpy as np

from analysis.drift.check import Check
from analysis.drift.company import Company, company_of, company_tables, judge_company, log_weights
from analysis.drift.judge import about_steps, judge_units, unit_tables
from analysis.drift.model import Parameters, running_total
from analysis.drift.people import Series
from analysis.drift.rebase import Base, restarts
from analysis.drift.rollup import News
from analysis.drift.scale_news import news_of_scale
from analysis.drift.setting import Setting
from analysis.drift.shocks import settled_wave
from analysis.drift.tables import Tables
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


@dataclass(frozen=True, slots=True)
class _Judged:
    """One scale under the changes told of it: all units, and the company for itself."""

    bases: list[Base]
    after: Ints
    news: News
    units: Floats
    innovations: Floats
    company: Company | None


@dataclass(slots=True)
class Stretch:
    """Series up to the stretch's end, what was learned before its start, and its waves as (first, end).

    A scale is judged anew when a change has been told of it; `first_news` holds as long as none has since the start.
    """

    series: list[Series]
    seats: Ints
    setting: Setting
    parameters: Parameters
    waves: tuple[int, int]
    first_bases: list[Base]
    first_news: list[News]
    judged: dict[int, _Judged] = field(default_factory=dict)
    found: tuple[list[Base], Assessment] | None = None

    def assess(self, bases: list[Base]) -> Assessment:
        """Evidence after each of the waves, for every scale and unit."""
        if self.found is None or self.found[0] != bases:
            self.found = list(bases), self._assess(bases)
        return self.found[1]

    def _assess(self, bases: list[Base]) -> Assessment:
        each = [self._judge(scale, bases) for scale in range(len(self.series))]
        evidence = np.stack([one.units for one in each], axis=1)
        compared = np.any([~np.isnan(one.innovations) for one in each], axis=0)
        root = self.setting.tree.root
        for scale, one in enumerate(each):
            if one.company is not None:
                compared[root] |= one.company.compared
                after = int(one.after[root])
                weights = self._log_weights(scale, each)
                found = judge_company(one.company, weights, self.setting, after=after, waves=self.waves)
                evidence[:, scale, root] = found
        return Assessment(evidence[0], evidence[1], np.cumsum(compared, axis=1))

    def tables(self, scale: int, unit: int, wave: int, bases: list[Base]) -> Tables | None:
        """Score and information of one node after a wave; None where nothing can be compared."""
        each = [self._judge(other, bases) for other in range(len(self.series))]
        one, after = each[scale], int(each[scale].after[unit])
        if unit != self.setting.tree.root:
            return unit_tables(
                one.news, unit, self.setting, parameters=self.parameters, scale=scale, wave=wave, after=after
            )
        if one.company is None:
            return None
        return company_tables(one.company, self._log_weights(scale, each), self.setting, wave=wave, after=after)

    def described(self, base: Base, bases: list[Base], wave: int) -> Tables | None:
        """Score and information of a change that has been told, after a later wave, as if it had not been."""
        others = [other for other in bases if other is not base and other.scale == base.scale]
        known, setting, scale, root = self.parameters, self.setting, base.scale, self.setting.tree.root
        news = self._news(scale, others)
        earlier = [other for other in others if other.told < base.told]
        after = int(restarts(setting.tree, len(self.series), earlier)[scale, base.unit])
        if base.unit != root:
            return unit_tables(news, base.unit, setting, parameters=known, scale=scale, wave=wave, after=after)
        company = company_of(news, setting, known, scale)
        if company is None:
            return None
        weights = log_weights([company], 0, setting.calendar.months)
        return company_tables(company, weights, setting, wave=wave, after=after)

    def about_steps(self, scale: int, bases: list[Base], onsets: Ints) -> Floats:
        """What the last wave tells of a step at each onset, shape (3, n_units, n_onsets).

        Its information, the third cumulant of its score, and the response of the first innovation to it; the company's
        in the mean over the sizes its shocks may have.
        """
        news, root = self._judge(scale, bases).news, self.setting.tree.root
        found = about_steps(news, self.setting, parameters=self.parameters, scale=scale, onsets=onsets)
        company = self.tables(scale, root, self.setting.calendar.months.size - 1, bases)
        if company is not None:
            weight = np.exp(company.log_fit - company.log_fit.max())
            weight /= running_total(weight)
            each = (company.information[:, 0], company.third[:, 0], company.response)
            for row, one in zip(found, each, strict=True):
                row[root] = running_total(weight[:, None] * one[:, onsets])
        return found

    def check(self, bases: list[Base], wave: int) -> Check:
        """The self-check over the waves that are settled before a wave."""
        innovations = [self._judge(scale, bases).innovations for scale in range(len(self.series))]
        settled = settled_wave(self.setting.calendar.months, wave)
        return Check.of(innovations, self.setting.tree.depth, settled)

    def _log_weights(self, scale: int, each: list[_Judged]) -> Floats:
        return log_weights([one.company for one in each], scale, self.setting.calendar.months)

    def _judge(self, scale: int, bases: list[Base]) -> _Judged:
        mine = [base for base in bases if base.scale == scale]
        if scale not in self.judged or self.judged[scale].bases != mine:
            setting, known = self.setting, self.parameters
            news = self._news(scale, mine)
            after = restarts(setting.tree, len(self.series), mine)[scale]
            units, innovations = judge_units(
                news, setting, parameters=known, scale=scale, after=after, waves=self.waves
            )
            company = company_of(news, self.setting, self.parameters, scale)
            self.judged[scale] = _Judged(mine, after, news, units, innovations, company)
        return self.judged[scale]

    def _news(self, scale: int, mine: list[Base]) -> News:
        if mine == [base for base in self.first_bases if base.scale == scale]:
            return self.first_news[scale]
        return news_of_scale(
            self.series[scale], self.seats, self.setting, parameters=self.parameters, scale=scale, bases=mine
        )
