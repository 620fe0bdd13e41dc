"""How the bands of a factor are shown in a place: each alone, some joined into one group, some not at all."""

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.counts import Mask
from analysis.panel import Ints

HIDDEN, ALONE, JOINED = 0, 1, 2

Bands = NDArray[np.int8]
"""Shape (n_bands, n_places): one of the three. The joined bands of a place are one group; place 0 is the company."""


def none_shown(n_bands: int, n_places: int) -> Bands:
    return np.zeros((n_bands, n_places), np.int8)


def groups(bands: Bands, place: int) -> list[tuple[int, ...]]:
    """The groups that are shown in a place: bands alone, then those that are joined."""
    alone: list[tuple[int, ...]] = [(int(band),) for band in np.flatnonzero(bands[:, place] == ALONE)]
    joined = tuple(int(band) for band in np.flatnonzero(bands[:, place] == JOINED))
    return [*alone, joined] if joined else alone


def n_groups(bands: Bands) -> int:
    """How many groups are shown in all places."""
    return int((bands == ALONE).sum() + (bands == JOINED).any(axis=0).sum())


def hide(bands: Bands, group: tuple[int, ...], place: int) -> None:
    """Show a group no longer."""
    bands[list(group), place] = HIDDEN


def bits(mask: Mask) -> Ints:
    """The bands of each place as the bits of a number, shape (n_places,)."""
    return np.asarray(mask.T.astype(np.int64) @ (1 << np.arange(len(mask))), np.int64)
