"""Exchanges of answers that no shown sum notices."""

from typing import Any

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.disclosure.kinds import Kinds
from analysis.panel import Ints


def may_swap(kinds: Kinds, *, rises: Ints, falls: Ints, by: Ints) -> Mask:
    """Kinds whose sum may fall by some steps if three others move by as much.

    Parameters
    ----------
    kinds : Kinds
        Who enters which sum.
    rises, falls : ndarray of int, shape (n_kinds,)
        Steps by which each kind's sum may rise and fall.
    by : ndarray of int, shape (n_kinds,)
        Steps by which each is to fall; nothing is asked where it is not positive.

    Returns
    -------
    ndarray of bool, shape (n_kinds,)
        True where it is certain. Others may still move by a longer way.

    Notes
    -----
    Two cells c, c' and two sets of bands b, b': if (c, b) and (c', b') fall, and (c, b') and (c', b) rise, no sum
    changes.
    """
    found = by <= 0
    for steps in np.unique(by[~found]):
        asked = by == steps
        found[asked] = _n_ways(kinds, rises >= steps, falls >= steps)[asked] > 0
    return np.asarray(found, np.bool_)


def _n_ways(kinds: Kinds, rises: Mask, falls: Mask) -> Ints:
    """Ways for each kind, given which rise and fall by enough; without those that would use itself or one twice."""
    up, down = _table(kinds, rises), _table(kinds, falls)
    ways = np.asarray((up @ (down.T @ up))[kinds.cell, kinds.bands]).reshape(-1)
    both = (rises & falls).astype(np.int64)
    same = np.bincount(kinds.cell, both)[kinds.cell] + np.bincount(kinds.bands, both)[kinds.bands] - both
    return np.asarray(ways - np.where(rises, same, 0), np.int64)


def _table(kinds: Kinds, has: Mask) -> Any:
    """Cells by sets of bands: 1 where there is such a kind; scipy's stubs know no sparse matrix."""
    from scipy.sparse import csr_array  # noqa: PLC0415 -- weight

    shape = (int(kinds.cell.max(initial=-1)) + 1, int(kinds.bands.max(initial=-1)) + 1)
    return csr_array((np.ones(int(has.sum()), np.int64), (kinds.cell[has], kinds.bands[has])), shape=shape)
