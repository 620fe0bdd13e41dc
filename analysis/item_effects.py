"""How easy or hard an item is beside the others of its scale, so that a changed item set is no drift."""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.panel import Floats, Instrument, Ints


@dataclass(frozen=True, slots=True)
class ItemSums:
    """What the comparison of items needs, wave by wave; nothing in it is about one person.

    Attributes
    ----------
    pairs : ndarray of float, shape (n_waves, n_items, n_items)
        Normal equations of the items' contrasts within people (within unit and wave where people are unknown).
    contrast : ndarray of float, shape (n_waves, n_items)
        Sums of each item's answers less the mean of the group they stand in, in points.
    count, total : ndarray of float, shape (n_waves, n_items)
        Number of answers and their sum, in points.
    """

    pairs: Floats
    contrast: Floats
    count: Floats
    total: Floats

    def then(self, later: "ItemSums") -> "ItemSums":
        """One after the other; items may have been added to the end of the instrument in between."""
        n_new = later.count.shape[1] - self.count.shape[1]
        if n_new < 0:
            raise ValueError(f"the instrument has {-n_new} items less than before; items keep their numbers for ever")
        both = [(getattr(self, name), getattr(later, name)) for name in self.__slots__]
        room = [[(0, 0), *[(0, n_new)] * (old.ndim - 1)] for old, _ in both]
        return ItemSums(*(np.concatenate((np.pad(old, pad), new)) for (old, new), pad in zip(both, room, strict=True)))


def sum_items(wave: Ints, item: Ints, points: Floats, start: Ints, *, n_waves: int, n_items: int) -> ItemSums:
    """Sums over groups of answers that stand for the same person (or unit) in one wave and scale."""
    return ItemSums(*_sum_groups(wave, item, points, start, n_waves, n_items))


@numba.njit(cache=True)
def _sum_groups(
    wave: Ints, item: Ints, points: Floats, start: Ints, n_waves: int, n_items: int
) -> tuple[Floats, Floats, Floats, Floats]:
    pairs = np.zeros((n_waves, n_items, n_items))
    contrast, count, total = np.zeros((n_waves, n_items)), np.zeros((n_waves, n_items)), np.zeros((n_waves, n_items))
    for group in range(start.size - 1):
        first, last = start[group], start[group + 1]
        t, mean = wave[first], 0.0
        for row in range(first, last):
            mean += points[row]
        mean /= last - first
        for row in range(first, last):
            j = item[row]
            contrast[t, j] += points[row] - mean
            count[t, j] += 1.0
            total[t, j] += points[row]
            pairs[t, j, j] += 1.0
        if last - first > 1:
            _add_means(pairs[t], item[first:last])
        else:
            pairs[t, item[first], item[first]] -= 1.0
    return pairs, contrast, count, total


@numba.njit(cache=True)
def _add_means(pairs: Floats, item: Ints) -> None:
    share = 1.0 / item.size
    for a in item:
        for b in item:
            pairs[a, b] -= share


def item_effects(sums: ItemSums, instrument: Instrument) -> Floats:
    """Effect of every item as known after each wave.

    Parameters
    ----------
    sums : ItemSums
        Sums of every wave so far.
    instrument : Instrument
        Which items make a scale.

    Returns
    -------
    ndarray of float, shape (n_waves, n_items)
        Points by which an item's answers lie above those to the scale's first items; 0 on average over the items of
        the scale's first wave.

    Notes
    -----
    Least squares of answers on person and item, within each wave, so that time plays no part in it. Items never
    answered beside a known one are set so that the company's mean goes on unchanged: across such a break nothing
    can be said (`broken_off`).
    """
    effects = np.zeros((sums.count.shape[0], instrument.n_items))
    for scale in range(instrument.n_scales):
        items = np.flatnonzero(instrument.scale_of_item == scale)
        if items.size < 2:
            continue
        block = np.ix_(items, items)
        pairs, contrast = np.zeros((items.size, items.size)), np.zeros(items.size)
        chain = _Chain(items.size)
        for t in range(len(effects)):
            pairs = pairs + sums.pairs[t][block]
            contrast = contrast + sums.contrast[t, items]
            effects[t, items] = chain.step(pairs, contrast, sums.count[t, items], sums.total[t, items])
    return effects


def broken_off(sums: ItemSums, instrument: Instrument) -> list[tuple[int, int]]:
    """Waves and scales in which every item asked was new, so that nothing ties the level to the one before.

    Parameters
    ----------
    sums : ItemSums
        Sums of every wave so far.
    instrument : Instrument
        Which items make a scale.

    Returns
    -------
    list of (int, int)
        Wave and scale of each break, in order of waves.
    """
    breaks: list[tuple[int, int]] = []
    for scale in range(instrument.n_scales):
        asked = sums.count[:, instrument.scale_of_item == scale] > 0
        known = np.logical_or.accumulate(asked, axis=0)
        new = asked[1:].any(axis=1) & known[:-1].any(axis=1) & ~(asked[1:] & known[:-1]).any(axis=1)
        breaks.extend((int(wave) + 1, scale) for wave in np.flatnonzero(new))
    return sorted(breaks)


class _Chain:
    """Effects of one scale's items, each new item tied to those already known."""

    def __init__(self, n_items: int) -> None:
        self.reference = np.zeros(n_items, dtype=np.bool_)
        self.known = np.zeros(n_items, dtype=np.bool_)
        self.offset = np.zeros(n_items)
        self.level = np.nan

    def step(self, pairs: Floats, contrast: Floats, count: Floats, total: Floats) -> Floats:
        asked = count > 0
        if not asked.any():
            return self.offset
        if not self.known.any():
            self.reference = asked.copy()
        joined = _reached(pairs, self.reference)
        effect = np.where(joined, _solve(pairs, contrast, self.reference, joined), self.offset)
        mean = np.where(asked, total, 0.0) / np.where(asked, count, 1.0)
        strange = asked & ~joined & ~self.known
        if strange.any() and np.isfinite(self.level):
            effect[strange] = mean[strange] - self.level
        self.known |= asked
        self.offset = effect
        self.level = float(((mean - effect) * count)[asked].sum() / count[asked].sum())
        return effect


def _reached(pairs: Floats, reference: np.typing.NDArray[np.bool_]) -> np.typing.NDArray[np.bool_]:
    """Items tied to the reference by people who answered both."""
    reached = reference.copy()
    for _ in range(reached.size):
        wider = reached | ((pairs < 0) & reached[None, :]).any(axis=1)
        if (wider == reached).all():
            break
        reached = wider
    return reached


def _solve(
    pairs: Floats, contrast: Floats, reference: np.typing.NDArray[np.bool_], joined: np.typing.NDArray[np.bool_]
) -> Floats:
    """Least squares over the items tied together, the reference items' mean effect being zero."""
    anchor = np.outer(reference, reference) * max(float(np.trace(pairs)), 1.0)
    apart = np.diag(np.where(joined & (np.diag(pairs) > 0), 0.0, 1.0))
    inside = np.outer(joined, joined)
    effect = np.linalg.lstsq(
        np.where(inside, pairs, 0.0) + anchor + apart, np.where(joined, contrast, 0.0), rcond=1e-10
    )[0]
    return np.asarray(effect - effect[reference].mean())
