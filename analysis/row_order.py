"""One order of rows, whatever order they came in, so that sums over them are the same to the last bit."""

from collections.abc import Sequence

import numpy as np

from analysis.panel import Floats, Ints

MOST_KEYS = 2**62


def row_order(keys: Sequence[Ints], ties: Sequence[Floats] = ()) -> Ints:
    """Positions that sort rows by the keys, the first one first, and equal rows by the ties.

    Parameters
    ----------
    keys : sequence of ndarray of int, shape (n_rows,)
        Whole numbers from −1.
    ties : sequence of ndarray of float, shape (n_rows,)
        What orders rows of equal keys.

    Returns
    -------
    ndarray of int, shape (n_rows,)
        Positions of the rows in their order.

    Notes
    -----
    Packed into one number per row, keys are sorted many times faster than one by one; ties are looked at only where
    packed rows are equal.

    Examples
    --------
    >>> row_order((np.array([1, 0, 0]), np.array([5, 7, 6]))).tolist()
    [2, 1, 0]
    """
    sizes = [int(key.max(initial=-1)) + 2 for key in keys]
    if np.prod([float(size) for size in sizes]) >= MOST_KEYS:
        return np.lexsort((*reversed(ties), *reversed(keys))).astype(np.int64)
    packed = np.zeros(keys[0].size, dtype=np.int64)
    for key, size in zip(keys, sizes, strict=True):
        packed *= size
        packed += key + 1
    order = np.argsort(packed)
    ordered = packed[order]
    if ties and (ordered[1:] == ordered[:-1]).any():
        order = np.lexsort((*reversed(ties), packed))
    return order.astype(np.int64)
