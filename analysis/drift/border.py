"""The border between two instruments: what the waves before it say of the waves after it, and what not."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from analysis.drift.carry import Carry
from analysis.drift.model import (
    DEFAULT_MEMORY,
    DEFAULT_NOISE,
    DEFAULT_VARIANCE,
    DEFAULT_WANDER,
    Moments,
    estimate_people,
)
from analysis.drift.people import Series
from analysis.drift.rebase import AT_ONCE, Base
from analysis.drift.scale_news import SEEN_AGAIN, STAY
from analysis.item_effects import ItemSums
from analysis.levels.components import LevelSums
from analysis.panel import Floats, Ints
from analysis.tree import Tree

FEWEST_LEAVES = 3
"""Units without units below them that must be told of in a wave, so that it says how much such units wander."""

MOST_STRETCHED = 4.0
"""How far the past is drawn out or together at most: a tool whose people lie twenty points apart is not stretched."""


def before_another_instrument(carry: Carry, tree: Tree) -> Carry:
    """What the past says once something else is asked: how much levels wander, and not where they are.

    For a history of published means that another tool measured. Not for a changed item set, which the engine follows
    by itself.

    Parameters
    ----------
    carry : Carry
        After the last wave of the old instrument.
    tree : Tree
        The tree of that call.

    Returns
    -------
    Carry
        To go on with; the next wave must be one of the new instrument.

    Notes
    -----
    From the next wave on every level is unknown, as if a change of unknown size had been told of the whole company.
    What is measured about single people (how far they lie apart, how much each wanders, how items differ) belongs to
    the instrument and is forgotten. Shocks are known as shares of the variance between people; the past is put on the
    scale on which that variance is the usual one, so that shares go on to mean the same.

    Means are steadier because many of the people of two waves are the same. By how much would later be reckoned by the
    variance of the new instrument, which may be any; so it is taken off the error of each mean once and for all, as
    the usual distance of two waves and the usual shares of what lasts have it.

    Rows of units above others are let go where there are rows of enough units that have none below: the shocks of a
    large unit would pass for those of the units within it. A wave with fewer keeps the company's own row, tells of the
    company alone, and does not count as one in which anybody was asked.
    """
    variance, _, _ = estimate_people(carry.moments, 1.0)
    n_waves, n_scales = carry.months.size, len(carry.series)
    has_leaves, kept = _kept(carry, tree)
    same = _same_people(carry.months)
    begins = tuple(Base(tree.root, scale, n_waves, n_waves, AT_ONCE) for scale in range(n_scales))
    return dataclasses.replace(
        carry,
        asked=carry.asked & has_leaves,
        series=tuple(
            _on_usual_scale(one, kept, _factor(its), same)
            for one, its in zip(carry.series, variance.tolist(), strict=True)
        ),
        moments=Moments(*(np.zeros_like(getattr(carry.moments, name)) for name in Moments.__slots__)),
        items=ItemSums(np.zeros((n_waves, 0, 0)), *(np.zeros((n_waves, 0)) for _ in range(3))),
        bases=(*carry.bases, *begins),
        listed=frozenset(),
        levels=LevelSums.none(*carry.levels.parts.shape[2:]),
        check=None,
    )


def _kept(carry: Carry, tree: Tree) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Waves with enough leaves, shape (n_waves,); rows to keep, shape (n_seats, n_waves)."""
    is_leaf = ~np.isin(carry.units, tree.parent)
    told = np.any([one.precision[is_leaf] > 0 for one in carry.series], axis=0)
    has_leaves = told.sum(axis=0) >= min(FEWEST_LEAVES, tree.n_units)
    return has_leaves, np.where(has_leaves, is_leaf[:, None], _is_root(carry.units, tree)[:, None])


def _factor(variance: float) -> float:
    usual = np.sqrt(DEFAULT_VARIANCE / max(variance, 1e-9))
    return float(np.clip(usual, 1.0 / MOST_STRETCHED, MOST_STRETCHED))


def _is_root(units: Ints, tree: Tree) -> NDArray[np.bool_]:
    return np.asarray(units == tree.root)


def _same_people(months: Floats) -> float:
    """Correlation of what two waves in a row owe to who answered, because many answered both."""
    gap = float(np.median(np.diff(months))) if months.size > 1 else np.inf
    lasting = 1.0 - DEFAULT_NOISE - DEFAULT_WANDER
    return float(SEEN_AGAIN * STAY**gap * (lasting + DEFAULT_WANDER * DEFAULT_MEMORY**gap))


def _on_usual_scale(series: Series, kept: NDArray[np.bool_], factor: float, same: float) -> Series:
    """Some of the rows, every point counted as so many; responses are shares and stay."""
    steadier = np.where(series.kin > 0, 1.0 - same, 1.0)
    return dataclasses.replace(
        series,
        value=np.where(kept, series.value * factor, 0.0),
        precision=np.where(kept, series.precision / (steadier * factor**2), 0.0),
        response=np.where(kept[:, :, None], series.response, 0.0),
        kin=np.zeros_like(series.kin),
        cube=np.where(kept, series.cube * factor**3, 0.0),
    )
