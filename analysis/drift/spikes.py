"""Single waves far from both their neighbours: slips of the pen, strikes, holidays."""

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats

# Waves on each side that say where a wave should lie; the median of three outvotes one other spike.
REACH = 3
# Robust standard deviations beyond both sides. Of normal values one in a million lies so far out.
FAR = 5.0


def spikes(values: Floats) -> NDArray[np.bool_]:
    """Which present values lie far above, or far below, the medians of the values before and after them.

    A value between the two medians is part of a trend or of a step, however steep, and never a spike; nor is a value
    at either end, where one side is missing. The scale is the spread about the middle of the two medians, and at
    least half its mean size, so that rounded series, where most distances are 0, have few spikes.

    Parameters
    ----------
    values : ndarray of float, shape (n_values,)
        Present values in time order.

    Returns
    -------
    ndarray of bool, shape (n_values,)
        True at spikes.

    Examples
    --------
    >>> spikes(np.array([3.0, 1.0, 2.0, 3.0, 90.0, 2.0, 3.0, 1.0, 2.0])).nonzero()[0]
    array([4])
    """
    found = np.zeros(values.size, dtype=np.bool_)
    if values.size < 2 * REACH + 1:
        return found
    windows = np.lib.stride_tricks.sliding_window_view(values, REACH)
    sides = np.array([np.median(windows[: -REACH - 1], axis=1), np.median(windows[REACH + 1 :], axis=1)])
    inner = values[REACH:-REACH]
    outside = np.maximum(inner - sides.max(axis=0), sides.min(axis=0) - inner)
    off_middle = np.abs(inner - sides.mean(axis=0))
    scale = max(1.4826 * float(np.median(off_middle)), 0.5 * float(off_middle.mean()))
    found[REACH:-REACH] = outside > FAR * scale
    return found
