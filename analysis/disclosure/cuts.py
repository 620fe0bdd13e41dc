"""How many people it takes to tell two bands apart: the step of which the proof is made.

A combination of shown numbers weighs people by unit and by band. Take people who share everything else: if it leaves
out all but fewer than k of the company's people, it must weigh any two bands alike that meet in enough places.
"""

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.counts import Mask
from analysis.panel import Ints

Costs = NDArray[np.int64]
FAR = 2**40


def inseparable(costs: Costs, shown: Mask, *, k: int) -> Ints:
    """Groups of bands that every combination about fewer than k people weighs alike.

    Parameters
    ----------
    costs : ndarray of int, shape (n_places, 2**n_bands)
        From `splitting_costs`: people it takes in each place to set the bands of a mask apart from the others.
    shown : ndarray of bool, shape (n_bands, n_places)
        Which bands are shown where; place 0 is the company.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of int, shape (n_places, n_bands)
        Bands with the same number are weighed alike in that place.

    Notes
    -----
    A band shown in a place has a weight of its own there. Where it is not shown, its weight is that of the company's
    band in all such places together; bands not shown for the company either weigh nothing. So a split of the bands
    costs the people of one place, and of every other place whichever split of its own bands is cheapest there.
    Two-way splits are enough: a finer one costs no less than the two-way split that it refines.
    """
    n_bands = len(shown)
    masks = np.arange(2**n_bands)
    bit = 1 << np.arange(n_bands)
    pooled = ((~shown).T * bit).sum(axis=1)
    pooled[0] = masks[-1]
    silent = int(bit[~shown[:, 0]].sum())
    agrees = (masks[None, :] & pooled[:, None])[:, :, None] == (masks[None, :] & pooled[:, None])[:, None, :]
    whole = ((masks & silent) == 0) | ((masks & silent) == silent)
    cheapest = np.where(agrees, costs[:, None, :], FAR).min(axis=2)
    elsewhere = np.where(whole, cheapest.sum(axis=0), FAR)[None, :] - cheapest
    cheapest_rest = np.where(agrees & whole[None, None, :], elsewhere[:, None, :], FAR).min(axis=2)
    possible = costs + cheapest_rest < k
    side = (masks[None, :] & bit[:, None]) > 0
    return _same_on_every(possible, side)


def splitting_costs(place: Ints, cell: Ints, band: Ints, people: Ints, *, n_places: int, n_bands: int) -> Costs:
    """People it takes, in each place, to set the bands of each mask apart from the others.

    Parameters
    ----------
    place, cell, band, people : ndarray of int, shape (n_rows,)
        Rows of people; those of one cell share the unit and all other bands.
    n_places, n_bands : int
        How many there are.

    Returns
    -------
    ndarray of int, shape (n_places, 2**n_bands)
        Sum over cells of the smaller side.
    """
    cells, row = np.unique(cell, return_inverse=True)
    table = np.zeros((cells.size, n_bands), np.int64)
    np.add.at(table, (row, band), people)
    place_of = np.zeros(cells.size, np.int64)
    place_of[row] = place
    everybody = table.sum(axis=1)
    costs = np.zeros((n_places, 2**n_bands), np.int64)
    for mask in range(1, 2**n_bands - 1):
        inside = table @ ((mask >> np.arange(n_bands)) & 1)
        np.add.at(costs[:, mask], place_of, np.minimum(inside, everybody - inside))
    return costs


def _same_on_every(possible: Mask, side: Mask) -> Ints:
    """Number of the first band that no possible split sets apart from each band, shape (n_places, n_bands)."""
    apart = (possible[:, None, None, :] & (side[None, :, None, :] != side[None, None, :, :])).any(axis=3)
    return np.asarray(np.argmin(apart, axis=2), np.int64)
