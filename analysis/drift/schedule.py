"""When the parameters are estimated anew: often at first, then ever more rarely, and whenever an epoch begins."""

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Ints

GROWTH = 1.35


def spans(asked: NDArray[np.bool_], epochs: Ints, offset: int) -> list[tuple[int, int]]:
    """Stretches of waves, from `offset` on, that share their parameters, as (first wave, end).

    A wave begins a stretch by the number of asked waves before it and by its epoch, never by what comes later.
    """
    begins, due = [offset], _due(asked.size)
    answered, last = int(asked[:offset].sum()), 0
    for wave in range(offset, asked.size):
        new_epoch = wave > offset and epochs[wave] != epochs[wave - 1]
        if wave > offset and (new_epoch or (asked[wave] and answered in due)):
            begins.append(wave)
        answered += int(asked[wave])
        last = wave + 1
    return list(zip(begins, [*begins[1:], last], strict=True))


def _due(most: int) -> set[int]:
    """Numbers of asked waves after which parameters are estimated anew: each of the first, then ever rarer ones."""
    counts, count = set(), 1
    while count <= most:
        counts.add(count)
        count = max(count + 1, int(count * GROWTH))
    return counts
