"""Who enters which shown sum."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import groups
from analysis.disclosure.counts import Counts
from analysis.disclosure.prove import Choice
from analysis.disclosure.tree_rule import nearest_shown
from analysis.panel import Ints

Row = tuple[int, tuple[int, ...], int]
"""Factor, group of bands, place."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """People of one kind enter the same sums.

    Attributes
    ----------
    of : ndarray of int, shape (n_rows,)
        Kind of each row of `Counts`; −1 where nobody answered.
    place : ndarray of int, shape (n_kinds,)
        Where the people of each kind stand.
    cell, bands : ndarray of int, shape (n_kinds,)
        Number of the unit that they count towards, and of the sums of bands that they enter. No two kinds share both.
    entry, kind : ndarray of int, shape (n_entries,)
        Sum that a kind enters.
    first_band : int
        Number of the first sum that is a band's; those before are of units.
    rows : list of Row
        What the others are.
    """

    of: Ints
    place: Ints
    cell: Ints
    bands: Ints
    entry: Ints
    kind: Ints
    first_band: int
    rows: list[Row]

    @property
    def n_sums(self) -> int:
        return self.first_band + len(self.rows)

    def sums_of(self, values: Ints) -> Ints:
        """Sums over the people of each kind; `values` has an entry for each row of `Counts`."""
        is_there = self.of >= 0
        sums = np.zeros(self.place.size, np.int64)
        np.add.at(sums, self.of[is_there], values[is_there])
        return sums


def kinds_of(counts: Counts, choice: Choice, *, scale: int) -> Kinds:
    """Sort those who answered on a scale by the sums that are shown."""
    rows = np.flatnonzero(counts.people[:, scale])
    cell = np.unique(nearest_shown(choice.units, counts.tree)[counts.unit[rows]], return_inverse=True)[1].reshape(-1)
    first_band = int(cell.max(initial=-1)) + 1
    shown = [
        (factor, group, place)
        for factor, mine in enumerate(choice.bands)
        for place in range(counts.n_places)
        for group in groups(mine, place)
    ]
    entered = _entered(counts, shown, rows, first_band)
    bands = np.unique(entered, axis=0, return_inverse=True)[1].reshape(-1) if entered.shape[1] else np.zeros_like(cell)
    key = cell * (int(bands.max(initial=0)) + 1) + bands
    _, first_row, kind = np.unique(key, return_index=True, return_inverse=True)
    of = np.full(counts.unit.size, -1)
    of[rows] = kind.reshape(-1)
    enters = np.column_stack((cell, entered))[first_row]
    inside, column = np.nonzero(enters >= 0)
    at = rows[first_row]
    return Kinds(
        of, counts.place[at], cell[first_row], bands[first_row], enters[inside, column], inside, first_band, shown
    )


def _entered(counts: Counts, shown: list[Row], rows: Ints, first_band: int) -> Ints:
    """Numbers of the company's and of the division's sums of each factor that people enter, −1 where there is none."""
    columns = []
    for factor in range(counts.n_factors):
        table = np.full((counts.n_bands[factor], counts.n_places), -1)
        for at, (of, group, place) in enumerate(shown):
            if of == factor:
                table[list(group), place] = first_band + at
        band, place_of = counts.band[rows, factor], counts.place[rows]
        columns += [table[band, 0], np.where(place_of > 0, table[band, place_of], -1)]
    return np.column_stack(columns) if columns else np.zeros((rows.size, 0), np.int64)
