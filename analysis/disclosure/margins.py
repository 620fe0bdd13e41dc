"""Which bands are shown, in the company and in its divisions."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.counts import Counts, Mask, by_band
from analysis.disclosure.prove import Choice, is_proved
from analysis.panel import Ints

Candidate = tuple[int, int, int]
"""Place, factor, band."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a step of the search looks at."""

    counts: Counts
    units: Mask
    scales: tuple[int, ...]
    k: int


def shown_bands(
    counts: Counts,
    units: Mask,
    may_show: tuple[Mask, ...],
    *,
    k: int,
    scales: tuple[int, ...],
    before: tuple[Mask, ...] | None = None,
    chosen: tuple[Mask, ...] | None = None,
) -> tuple[Mask, ...]:
    """Add bands, the company's first and the larger before the smaller, as long as the proof holds.

    Parameters
    ----------
    counts : Counts
        Who answered.
    units : ndarray of bool, shape (n_units,)
        Units shown.
    may_show : tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor
        Bands that the menu holds, and that are not held back for another reason.
    k : int
        Fewest people of a group.
    scales : tuple of int
        Scales on which the bands are shown, all alike.
    before : tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor, optional
        Bands shown last time: they come first, so that the same are shown every wave.
    chosen : tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor, optional
        Bands that are shown in any case; proved with the units.

    Returns
    -------
    tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor
        Bands shown; proved together with the units on every scale.

    Notes
    -----
    As many candidates as possible are tried at once, and halved where the proof fails: what is found is what trying
    them one by one would find, since a part of what is safe is safe.
    """
    wanted = _Wanted(counts, units, scales, k)
    found = tuple(np.zeros_like(may) for may in may_show) if chosen is None else chosen
    candidates = _candidates(wanted, may_show, before)
    for place in (False, True):
        found = _with(wanted, found, [one for one in candidates if (one[0] > 0) == place])
    return found


def _with(wanted: _Wanted, chosen: tuple[Mask, ...], more: list[Candidate]) -> tuple[Mask, ...]:
    """The choice with as many of the candidates as can be proved, in their order."""
    if not more:
        return chosen
    larger = tuple(mask.copy() for mask in chosen)
    for place, factor, band in more:
        larger[factor][band, place] = True
    choice = Choice(wanted.units, larger)
    if all(is_proved(wanted.counts, choice, scale=scale, k=wanted.k) for scale in wanted.scales):
        return larger
    if len(more) == 1:
        return chosen
    half = len(more) // 2
    return _with(wanted, _with(wanted, chosen, more[:half]), more[half:])


def _candidates(wanted: _Wanted, may_show: tuple[Mask, ...], before: tuple[Mask, ...] | None) -> list[Candidate]:
    """All bands that have k people and leave nobody or k people beside them, in their turn."""
    counts, found = wanted.counts, []
    is_shown = np.concatenate(([wanted.units[counts.tree.root]], wanted.units[counts.divisions]))
    for factor, may in enumerate(may_show):
        people = by_band(counts, counts.people[:, list(wanted.scales)], factor)
        was = np.zeros_like(may) if before is None else before[factor]
        for place in np.flatnonzero(is_shown):
            size = people[:, place].min(axis=1)
            turn = np.lexsort((np.arange(len(may)), -size, ~was[:, place]))
            can = [int(band) for band in turn if may[band, place] and size[band] >= wanted.k]
            while can and not _leaves_enough(people[:, place], can, k=wanted.k):
                can.pop()
            found += [(int(place), factor, band) for band in can]
    return sorted(found, key=lambda one: one[0])


def _leaves_enough(people: Ints, shown: list[int], *, k: int) -> bool:
    """Whether the bands not shown have together nobody or k people on each scale; `people` (n_bands, n_scales)."""
    left = people.sum(axis=0) - people[shown].sum(axis=0)
    return bool(((left == 0) | (left >= k)).all())
