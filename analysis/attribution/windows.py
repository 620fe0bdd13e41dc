"""Some waves before a change and some after it, each taken together as one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.result import Alarm
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints

MOST_WAVES = 6
"""Waves on each side that are taken together: more would compare with a company of long ago."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Waves that are compared.

    Attributes
    ----------
    before, after : ndarray of int, shape (n_before,), (n_after,)
        Waves before the change may have begun, and from its likeliest onset to the wave in which it was told.
    linked : bool
        Whether both lie in one epoch, so that a person number means the same person in both.
    """

    before: Ints
    after: Ints
    linked: bool


def windows_of(alarm: Alarm, wave: Ints, epochs: Ints) -> Windows:
    """Of the waves with rows, the latest few of one epoch on either side of the change.

    `wave` holds the wave of every row, `epochs` the epoch of every wave. Each side stays within one epoch, if it can
    within that of the alarm.
    """
    asked = np.unique(wave)
    after = asked[(asked >= alarm.onset) & (asked <= alarm.wave)]
    before = asked[asked < min(alarm.onset_low, alarm.onset)]
    if not before.size:
        before = asked[asked < alarm.onset]
    if not after.size or not before.size:
        raise InsufficientData(f"the change began in wave {alarm.onset}; waves before and after it are wanted")
    now = after[epochs[after] == epochs[after[-1]]][-MOST_WAVES:]
    linked = bool((epochs[before] == epochs[now[-1]]).any())
    then = before[epochs[before] == (epochs[now[-1]] if linked else epochs[before[-1]])][-MOST_WAVES:]
    return Windows(then, now, linked)


def together(
    windows: Windows, columns: tuple[Ints, Ints, Ints], value: Floats, number: Ints
) -> tuple[Ints, Ints, Ints, Floats, Ints]:
    """Rows of both windows, one per person: side (0 before, 1 after), person, unit, mean value, and `number`.

    `columns` are wave, person and unit of each row, `number` what must not be mixed, such as the scale. A linked person
    counts once on each side, with the mean of what they said and at the unit where they were last; every row that is
    not linked counts by itself.
    """
    wave, person, unit = columns
    side = np.where(np.isin(wave, windows.after), 1, 0)
    chosen = np.flatnonzero(np.isin(wave, windows.before) | (side == 1))
    order = chosen[np.lexsort((value[chosen], wave[chosen], person[chosen], number[chosen], side[chosen]))]
    new = _begins((side[order], number[order], person[order]), person[order] < 0)
    start = np.flatnonzero(new)
    count = np.diff(np.append(start, order.size))
    total = np.add.reduceat(value[order], start) if start.size else np.zeros(0)
    last = order[start + count - 1]
    return side[last], person[last], unit[last], total / np.maximum(count, 1), number[last]


def _begins(keys: tuple[Ints, ...], alone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    new = np.ones(alone.size, dtype=np.bool_)
    new[1:] = alone[1:]
    for key in keys:
        new[1:] |= key[1:] != key[:-1]
    return new
