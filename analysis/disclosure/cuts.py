"""How many people it takes to tell two bands apart: the step of which the proof is made.

A combination of shown numbers weighs people by unit and by band. Take people who share everything else: if it leaves
out all but fewer than k of the company's people, it must weigh any two bands alike that meet in enough places.
"""

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.bands import HIDDEN, JOINED, Bands, bits
from analysis.disclosure.counts import Mask
from analysis.panel import Ints

Costs = NDArray[np.int64]
FAR = 2**40


def inseparable(costs: Costs, bands: Bands, *, k: int) -> Ints:
    """Groups of bands that every combination about fewer than k people weighs alike.

    Parameters
    ----------
    costs : ndarray of int, shape (n_places, 2**n_bands)
        From `splitting_costs`: people it takes in each place to set the bands of a mask apart from the others.
    bands : ndarray of int, shape (n_bands, n_places)
        How bands are shown where; place 0 is the company.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of int, shape (n_places, n_bands)
        Bands with the same number are weighed alike in that place.

    Notes
    -----
    A band shown alone in a place has a weight of its own there. Where it is not shown, its weight is that of the
    company's band in all such places together; where it is joined, the difference to the others joined with it is that
    of the company's bands. Bands not shown for the company weigh nothing more, those joined there weigh alike. So a
    split of the bands costs the people of one place, and of every other place whichever split of its own bands is
    cheapest there. Two-way splits are enough: a finer one costs no less than the two-way split that it refines. Where a
    place has both hidden and joined bands, the split that the company's one number makes there need not be the same
    for both: then either counts for what is possible, and the dearer for what it costs.
    """
    masks = np.arange(2 ** len(bands))
    hidden, joined = bits(bands == HIDDEN), bits(bands == JOINED)
    tied = [int(hidden[0]), int(joined[0])]
    hidden[0], joined[0] = masks[-1], 0
    as_hidden, as_joined = _as_for_the_company(masks, hidden), _as_joined(masks, joined)
    has_both = ((hidden > 0) & (joined > 0))[:, None]
    is_whole = np.logical_and.reduce([_is_together(masks, one) for one in tied])
    by_one = [np.where(way, costs[:, None, :], FAR).min(axis=2) for way in (as_hidden, as_joined)]
    by_both = np.where(as_hidden & as_joined, costs[:, None, :], FAR).min(axis=2)
    cheapest = np.where(has_both, np.maximum(*by_one), by_both)
    agrees = np.where(has_both[:, :, None], as_hidden | as_joined, as_hidden & as_joined)
    elsewhere = np.where(is_whole, cheapest.sum(axis=0), FAR)[None, :] - cheapest
    cheapest_rest = np.where(agrees & is_whole[None, :, None], elsewhere[:, :, None], FAR).min(axis=1)
    possible = costs + cheapest_rest < k
    side = (masks[None, :] & (1 << np.arange(len(bands)))[:, None]) > 0
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


def _as_for_the_company(masks: Ints, hidden: Ints) -> Mask:
    """Whether a place splits its hidden bands as the company does, shape (n_places, n_masks, n_masks)."""
    company, own, pooled = masks[None, :, None], masks[None, None, :], hidden[:, None, None]
    return np.asarray((company & pooled) == (own & pooled))


def _as_joined(masks: Ints, joined: Ints) -> Mask:
    """Whether a place splits its joined bands as the company does, or the other way round; the same shape."""
    company, own, together = masks[None, :, None], masks[None, None, :], joined[:, None, None]
    return np.asarray(((company & together) == (own & together)) | ((~company & together) == (own & together)))


def _is_together(masks: Ints, tied: int) -> Mask:
    """Whether a mask has all tied bands on one side."""
    return np.asarray(((masks & tied) == 0) | ((masks & tied) == tied))


def _same_on_every(possible: Mask, side: Mask) -> Ints:
    """Number of the first band that no possible split sets apart from each band, shape (n_places, n_bands)."""
    apart = (possible[:, None, None, :] & (side[None, :, None, :] != side[None, None, :, :])).any(axis=3)
    return np.asarray(np.argmin(apart, axis=2), np.int64)
