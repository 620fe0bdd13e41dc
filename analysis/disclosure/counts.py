"""Who answered, counted: all that a decision on what is shown may look at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.columns import whole
from analysis.panel import Ints
from analysis.tree import Tree

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Counts:
    """People who answered, a row for each unit and combination of bands.

    Parameters
    ----------
    tree : Tree
        The units of the wave.
    unit : array_like of int, shape (n_rows,)
        Where the people of a row stand; not their ancestors.
    band : array_like of int, shape (n_rows, n_factors)
        Band of each row in each factor (years of service, level …), from 0.
    people : array_like of int, shape (n_rows, n_scales)
        How many of them answered on each scale.
    n_bands : tuple of int, length n_factors
        Number of bands in each factor.

    Attributes
    ----------
    place : ndarray of int, shape (n_rows,)
        0 for people who stand at the company itself, else 1 + the place of their division in `divisions`.
    divisions : ndarray of int, shape (n_divisions,)
        Units directly below the company.

    Raises
    ------
    ValueError
        If lengths differ, a unit or band does not exist, or a number of people is negative.
    """

    tree: Tree
    unit: Ints
    band: Ints
    people: Ints
    n_bands: tuple[int, ...]
    place: Ints
    divisions: Ints

    def __init__(
        self, tree: Tree, unit: ArrayLike, band: ArrayLike, people: ArrayLike, n_bands: tuple[int, ...]
    ) -> None:
        units, bands, persons = whole(unit, "unit"), np.asarray(band, np.int64), np.asarray(people, np.int64)
        bands = bands.reshape(units.size, len(n_bands))
        if persons.ndim != 2 or len(persons) != units.size:
            raise ValueError(f"people must have a row for each of {units.size} units; got shape {persons.shape}")
        if units.size and not 0 <= units.min() <= units.max() < tree.n_units:
            raise ValueError(f"unit must lie in 0 to {tree.n_units - 1}; got {units.min()} to {units.max()}")
        if (bands < 0).any() or (bands >= np.array(n_bands, np.int64)).any():
            raise ValueError(f"band must lie in 0 to n_bands - 1 = {n_bands}")
        if (persons < 0).any():
            raise ValueError("people must not be negative")
        places, divisions = _places(tree)
        for name, value in (
            ("tree", tree),
            ("unit", units),
            ("band", bands),
            ("people", persons),
            ("n_bands", n_bands),
            ("place", places[units]),
            ("divisions", divisions),
        ):
            object.__setattr__(self, name, value)

    @property
    def n_places(self) -> int:
        return 1 + int(self.divisions.size)

    @property
    def n_scales(self) -> int:
        return int(self.people.shape[1])

    @property
    def n_factors(self) -> int:
        return len(self.n_bands)


def _places(tree: Tree) -> tuple[Ints, Ints]:
    """Place of every unit, and the divisions."""
    divisions = np.flatnonzero(tree.depth == 1).astype(np.int64)
    place = np.zeros(tree.n_units, np.int64)
    place[divisions] = 1 + np.arange(divisions.size)
    for unit in tree.downward:
        if tree.depth[unit] > 1:
            place[unit] = place[tree.parent[unit]]
    return place, divisions


def place_units(tree: Tree) -> Ints:
    """The unit of each place: the company, then its divisions; shape (n_places,)."""
    return np.concatenate(([tree.root], np.flatnonzero(tree.depth == 1))).astype(np.int64)


def totals(own: Ints, tree: Tree) -> Ints:
    """Sums over each unit and all below it; `own` has shape (n_units, …)."""
    whole_units = own.copy()
    for unit in tree.upward():
        if tree.parent[unit] >= 0:
            whole_units[tree.parent[unit]] += whole_units[unit]
    return whole_units


def by_unit(counts: Counts, values: Ints) -> Ints:
    """Sums of a value per row over the people who stand at each unit, shape (n_units, n_scales)."""
    own = np.zeros((counts.tree.n_units, values.shape[1]), np.int64)
    np.add.at(own, counts.unit, values)
    return own


def by_band(counts: Counts, values: Ints, factor: int) -> Ints:
    """Sums per band and place; place 0 holds the whole company. Shape (n_bands, n_places, n_scales)."""
    sums = np.zeros((counts.n_bands[factor], counts.n_places, values.shape[1]), np.int64)
    np.add.at(sums, (counts.band[:, factor], counts.place), values)
    sums[:, 0] = sums.sum(axis=1)
    return sums
