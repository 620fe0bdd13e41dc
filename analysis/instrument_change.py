"""Waves in which a scale was asked with other items: the change as published, and on the items common to both."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.columns import check_least, check_lengths, real, whole
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class InstrumentChange:
    """One wave whose items differ from those of the scale's wave before.

    Attributes
    ----------
    wave, scale : int
        The first wave with the new items, and the scale.
    items_added, items_removed : tuple of int
        Items new in this wave, and items no longer asked.
    size_as_published : float
        Change of the scale since its wave before, each wave with its own items, in points; nan if no unit has them.
    size_on_common_items : float
        The same on the items asked in both waves; nan if there is none.
    n_units : int
        Units behind the sizes.
    """

    wave: int
    scale: int
    items_added: tuple[int, ...]
    items_removed: tuple[int, ...]
    size_as_published: float
    size_on_common_items: float
    n_units: int


@dataclass(frozen=True, slots=True)
class ItemMeans:
    """A row per wave, unit and item: what changed instruments are looked for in.

    Parameters
    ----------
    wave, unit, item : array_like of int, shape (n_rows,)
        As in `Answers`. Units as large as the items allow: where packs of items are drawn at random, divisions or the
        root rather than teams, in which an item may be missing by chance.
    mean : array_like of float, shape (n_rows,)
        Mean of the item in points of 0–100, reversed items already turned round.
    """

    wave: Ints
    unit: Ints
    item: Ints
    mean: Floats

    def __init__(self, wave: ArrayLike, unit: ArrayLike, item: ArrayLike, mean: ArrayLike) -> None:
        columns = {"wave": whole(wave, "wave"), "unit": whole(unit, "unit"), "item": whole(item, "item")}
        for name, column in columns.items():
            check_least(column, 0, name)
        check_lengths(**columns, mean=real(mean, "mean"))
        order = np.argsort(columns["wave"], kind="stable")
        for name, column in columns.items():
            object.__setattr__(self, name, column[order])
        object.__setattr__(self, "mean", real(mean, "mean")[order])

    def table(self, wave: int, n_units: int, n_items: int) -> Floats:
        """Means of one wave, shape (n_units, n_items); nan where there is none."""
        rows = slice(*np.searchsorted(self.wave, [wave, wave + 1]))
        table = np.full((n_units, n_items), np.nan)
        table[self.unit[rows], self.item[rows]] = self.mean[rows]
        return table


def instrument_changes(
    means: ItemMeans, scale_of_item: ArrayLike, *, published_item: ArrayLike | None = None
) -> tuple[InstrumentChange, ...]:
    """Waves in which the items of a scale changed, with the change they make and the change they hide.

    Parameters
    ----------
    means : ItemMeans
        Item means of units.
    scale_of_item : array_like of int, shape (n_items,)
        Scale of each item; −1 for an item of no scale.
    published_item : array_like of int, shape (n_scales,), optional
        Where a file holds the published value of a scale beside its items, the number of the item that it is
        stored as (itself of no scale); −1 where there is none. Otherwise the mean of the items asked stands for it.

    Returns
    -------
    tuple of InstrumentChange
        In the order of waves and scales. A scale's first wave is no change.

    Raises
    ------
    ValueError
        If an item has no entry in `scale_of_item`.

    Notes
    -----
    An item is asked in a wave if any unit has it. Items drawn at random are asked in every wave, for some, and are
    no change; nor are items that come and go in turn, back at least twice. A size is the median over units of this wave
    minus the median of the wave before, over the units that have all items of both waves: what the typical unit
    published, and would have published. A mean over units would let a few very small ones decide.

    Examples
    --------
    >>> means = ItemMeans(wave=[0, 0, 1], unit=[0, 0, 0], item=[0, 1, 0], mean=[70.0, 40.0, 69.0])
    >>> (change,) = instrument_changes(means, [0, 0])
    >>> change.items_removed, change.size_as_published, change.size_on_common_items
    ((1,), 14.0, -1.0)
    """
    scales = whole(scale_of_item, "scale_of_item")
    if means.item.size and means.item.max() >= scales.size:
        raise ValueError(f"item {means.item.max()} has no entry in scale_of_item, which has {scales.size}")
    n_scales = int(scales.max(initial=-1)) + 1
    published = np.full(n_scales, -1) if published_item is None else whole(published_item, "published_item")
    asked = np.zeros((int(means.wave.max(initial=-1)) + 1, scales.size), dtype=np.bool_)
    asked[means.wave, means.item] = True
    found = []
    for scale in range(n_scales):
        items = np.flatnonzero(scales == scale)
        waves = np.flatnonzero(asked[:, items].any(axis=1))
        regular = items[~_takes_turns(asked[np.ix_(waves, items)])]
        for before, now in pairwise(waves):
            if (asked[before, regular] != asked[now, regular]).any():
                sets = items[asked[before, items]], items[asked[now, items]]
                found.append(_change(means, (int(before), int(now)), scale, sets, int(published[scale])))
    return tuple(sorted(found, key=lambda change: (change.wave, change.scale)))


def _takes_turns(asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Items that were away and came back at least twice; `asked` has shape (n_waves, n_items)."""
    starts = asked[1:] & ~asked[:-1]
    seen = np.cumsum(asked[:-1], axis=0) > 0
    return np.asarray((starts & seen).sum(axis=0) >= 2)


def _change(
    means: ItemMeans, waves: tuple[int, int], scale: int, sets: tuple[Ints, Ints], published: int
) -> InstrumentChange:
    shape = int(means.unit.max()) + 1, int(max(means.item.max(), published)) + 1
    before, now = (means.table(wave, *shape) for wave in waves)
    common = np.intersect1d(*sets)
    stated = sets if published < 0 else (np.array([published]), np.array([published]))
    complete = np.isfinite(before[:, sets[0]]).all(axis=1) & np.isfinite(now[:, sets[1]]).all(axis=1)
    return InstrumentChange(
        wave=waves[1],
        scale=scale,
        items_added=tuple(np.setdiff1d(sets[1], sets[0]).tolist()),
        items_removed=tuple(np.setdiff1d(sets[0], sets[1]).tolist()),
        size_as_published=_typical(now[complete][:, stated[1]]) - _typical(before[complete][:, stated[0]]),
        size_on_common_items=_typical(now[complete][:, common]) - _typical(before[complete][:, common]),
        n_units=int(complete.sum()),
    )


def _typical(values: Floats) -> float:
    """Median over units of the mean over items; nan where there is neither."""
    if not values.size:
        return float("nan")
    return float(np.nanmedian(values.mean(axis=1))) if np.isfinite(values.mean(axis=1)).any() else float("nan")
