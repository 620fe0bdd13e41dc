"""What goes on from one call, or one epoch, to the next: sums and series of units, nothing about one person."""

from dataclasses import dataclass

import numpy as np

from analysis.drift.check import Check
from analysis.drift.model import Moments
from analysis.drift.people import Series
from analysis.drift.rebase import Base
from analysis.item_effects import ItemSums
from analysis.levels.components import LevelSums
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Carry:
    """All that the past says about units.

    Attributes
    ----------
    months : ndarray of float, shape (n_waves,)
        Time of each past wave.
    epochs : ndarray of int, shape (n_waves,)
        Epoch of each past wave.
    asked : ndarray of bool, shape (n_waves,)
        Whether anybody answered.
    block : ndarray of int, shape (n_waves,)
        Past epochs, as in `whiten.Calendar`.
    units : ndarray of int, shape (n_seats,)
        Units in which people sat.
    series : tuple of Series, one per scale
        What their people said.
    moments : Moments
        Sums behind the person parameters.
    items : ItemSums or None
        Sums behind the item effects.
    bases : tuple of Base
        Changes already told.
    listed : frozenset of (scale, unit, direction)
        Entries on the watch list.
    levels : LevelSums
        Sums behind the errors of levels.
    check : Check or None
        The self-check.
    log_evidence : float
        After the last wave.
    """

    months: Floats
    epochs: Ints
    asked: np.typing.NDArray[np.bool_]
    block: Ints
    units: Ints
    series: tuple[Series, ...]
    moments: Moments
    items: ItemSums | None
    bases: tuple[Base, ...]
    listed: frozenset[tuple[int, int, str]]
    levels: LevelSums
    check: Check | None
    log_evidence: float
