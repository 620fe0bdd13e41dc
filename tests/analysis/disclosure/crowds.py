"""People written down one group at a time."""

from collections.abc import Sequence

import numpy as np

from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.items import ItemCounts
from analysis.tree import Tree

FLAT = (-1, 0, 0)
"""A company of two divisions."""


def crowd(
    *groups: tuple[int, tuple[int, ...], int], parent: Sequence[int] = FLAT, n_bands: tuple[int, ...] = (2,)
) -> Counts:
    """Groups of unit, bands and number of people, on one scale."""
    unit, band, people = zip(*groups, strict=True) if groups else ((), (), ())
    counted = np.array(people, np.int64).reshape(-1, 1)
    return Counts(Tree(parent), np.array(unit, np.int64), np.array(band, np.int64), counted, n_bands)


def amid(counts: Counts) -> Steps:
    """Everybody answers once, in the middle."""
    return Steps(2 * counts.people, 2 * counts.people)


def answers(counts: Counts, *said: int) -> Steps:
    """Everybody of a group answers once, and the same."""
    low = counts.people * (np.array(said)[:, None] - 1)
    return Steps(low, 4 * counts.people - low)


def whole_menu(counts: Counts) -> tuple[Mask, ...]:
    return tuple(np.ones((n, counts.n_places), np.bool_) for n in counts.n_bands)


def asked(*waves: Sequence[Sequence[int]]) -> ItemCounts:
    """People by wave, place and question, all of whom answered the hub, in the middle."""
    people = np.array(waves, np.int64)
    return ItemCounts(people, people.copy(), 2 * people, 2 * people)


def everywhere(counts: ItemCounts) -> Mask:
    return np.ones(counts.people.shape[1], np.bool_)
