"""The course of one call: stretches of waves that share parameters, epochs that are sealed when they end."""

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.carry import Carry
from analysis.drift.check import Check
from analysis.drift.covariance import Calendar
from analysis.drift.decide import Ledger
from analysis.drift.estimate import estimate_for_people, estimate_shocks
from analysis.drift.opening import Opened
from analysis.drift.people import Series
from analysis.drift.setting import Setting, inner_levels
from analysis.drift.shapes import shapes
from analysis.drift.stretch import Stretch
from analysis.levels.components import LevelSums
from analysis.panel import Ints
from analysis.tree import Tree


@dataclass(slots=True)
class Course:
    """Where a call stands.

    Attributes
    ----------
    opened, setting : Opened, Setting
        What came in; what stays the same.
    spacing : float
        Months between waves, as promised.
    sealed : list of Series, one per scale
        Waves of epochs that have ended; they are never computed anew, because the people in them are forgotten.
    series : list of Series, one per scale
        All waves of the present stretch and before.
    check : Check or None
        The self-check before the present stretch.
    stretch : Stretch or None
        The present stretch.
    """

    opened: Opened
    setting: Setting
    spacing: float
    sealed: list[Series]
    series: list[Series]
    check: Check | None
    stretch: Stretch | None = None

    @staticmethod
    def begin(opened: Opened, tree: Tree, *, spacing: float, smallest: float, carry: Carry | None) -> "Course":
        observed = opened.observed
        calendar = Calendar(opened.months, observed.block)
        grid = shapes(opened.months, spacing)
        none, one = np.zeros(tree.n_units), np.ones(tree.n_units)
        setting = Setting(tree, calendar, grid, smallest, observed.totals, inner=none, inflation=one)
        if carry is None:
            sealed = [Series.empty(observed.units.size, 0) for _ in range(observed.n_scales)]
        else:
            sealed = [_widen(one, carry.units, observed.units, opened.offset) for one in carry.series]
            sealed += [Series.empty(observed.units.size, opened.offset) for _ in range(observed.n_scales - len(sealed))]
        return Course(opened, setting, spacing, sealed, sealed, None if carry is None else carry.check)

    @property
    def units(self) -> Ints:
        return self.opened.observed.units

    def advance(self, first: int, end: int, ledger: Ledger) -> Stretch:
        """Go on to the stretch of waves from `first` to before `end`."""
        observed, epoch = self.opened.observed, int(self.opened.epochs[first])
        self.check = self._checked(ledger, first)
        # What the last stretch held is let go before the next is made: in a large company each takes a gigabyte.
        self.stretch, self.series = None, []
        parameters = estimate_for_people(observed, first, self.spacing)
        self.series = [_widen(one, self.units, self.units, end) for one in self.sealed]
        for scale, one in enumerate(self.series):
            observed.write(one, scale, epoch, months=self.opened.months[:end], known=first, parameters=parameters)
        inner = inner_levels(self.setting.tree, self._published(first))
        depth = self.setting.tree.depth
        inflation = np.ones(depth.size) if self.check is None else self.check.inflation(int(depth.max()) + 1)[depth]
        self.setting = dataclasses.replace(self.setting, inner=inner, inflation=inflation)
        setting = self.setting.until(end)
        parameters, news = estimate_shocks(
            self.series, observed, setting, parameters=parameters, bases=ledger.bases, wave=first
        )
        self.stretch = Stretch(self.series, self.units, setting, parameters, (first, end), list(ledger.bases), news)
        if end == self.opened.months.size or self.opened.epochs[end] != epoch:
            self.sealed = self.series
        return self.stretch

    def _published(self, first: int) -> NDArray[np.bool_]:
        """Which units had a published total of their own before the wave, shape (n_units,)."""
        published = np.zeros(self.setting.tree.n_units, dtype=np.bool_)
        if self.opened.observed.totals:
            published[self.units] = np.any([(one.precision[:, :first] > 0).any(axis=1) for one in self.series], axis=0)
        return published

    def _checked(self, ledger: Ledger, wave: int) -> Check | None:
        """The self-check over all waves before this one, under the parameters they were last judged by."""
        return self.check if self.stretch is None else self.stretch.check(ledger.bases, wave)

    def carry(self, ledger: Ledger, levels: LevelSums) -> Carry:
        opened = self.opened
        return Carry(
            months=opened.months,
            epochs=opened.epochs,
            asked=opened.observed.asked,
            block=opened.observed.block,
            units=self.units,
            series=tuple(self.sealed),
            moments=opened.observed.moments,
            items=opened.observed.items,
            bases=tuple(ledger.bases),
            listed=frozenset(ledger.listed),
            levels=levels,
            check=self._checked(ledger, opened.months.size),
            log_evidence=ledger.log_evidence[opened.months.size - 1],
        )


def _widen(series: Series, before: Ints, units: Ints, n_waves: int) -> Series:
    """The same series with room for more units and waves."""
    wide = Series.empty(units.size, n_waves)
    at, old = np.searchsorted(units, before), series.value.shape[1]
    wide.value[at, :old] = series.value
    wide.precision[at, :old] = series.precision
    wide.response[at, :old, :old] = series.response
    wide.kin[at, :old], wide.cube[at, :old] = series.kin, series.cube
    wide.surprises[:, :old] = series.surprises
    return wide
