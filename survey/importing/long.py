"""Rows as numbers: wave, unit, item, person and value side by side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Long:
    """A row per answer or summary; `row` is where each came from, none where nothing was left out."""

    wave: Ints
    unit: Ints
    item: Ints
    person: Ints
    value: Floats
    row: Ints | None

    def keep(self, wanted: NDArray[np.bool_]) -> "Long":
        if wanted.all():
            return self
        row = np.flatnonzero(wanted) if self.row is None else self.row[wanted]
        return Long(
            self.wave[wanted], self.unit[wanted], self.item[wanted], self.person[wanted], self.value[wanted], row
        )

    def rows(self, here: Ints) -> Ints:
        """Where some of the rows came from."""
        return here if self.row is None else self.row[here]


def repeated(keys: Ints) -> Ints:
    """Positions whose key stands earlier too, ascending."""
    if keys.size and keys.min() >= 0 and keys.max() < 16 * keys.size:  # a mark per key is faster than sorting
        seen = np.zeros(int(keys.max()) + 1, dtype=np.bool_)
        seen[keys] = True
        if int(seen.sum()) == keys.size:
            return np.empty(0, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    return np.sort(order[1:][ordered[1:] == ordered[:-1]])
