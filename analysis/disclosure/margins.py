"""Which bands are shown, in the company and in its divisions."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import ALONE, HIDDEN, JOINED, Bands, groups
from analysis.disclosure.counts import Counts, Mask, by_band, place_units
from analysis.disclosure.prove import Choice, is_proved
from analysis.panel import Ints


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A group of bands of one factor in one place."""

    place: int
    factor: int
    group: tuple[int, ...]


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
    menu: tuple[Mask, ...],
    *,
    k: int,
    scales: tuple[int, ...],
    before: tuple[Bands, ...] | None = None,
    chosen: tuple[Bands, ...] | None = None,
) -> tuple[Bands, ...]:
    """Add bands, the company's first and the larger before the smaller, as long as the proof holds.

    Parameters
    ----------
    counts : Counts
        Who answered.
    units : ndarray of bool, shape (n_units,)
        Units shown.
    menu : tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor
        Bands that may be shown.
    k : int
        Fewest people of a group.
    scales : tuple of int
        Scales on which the bands are shown, all alike.
    before : tuple of ndarray of int, shape (n_bands, n_places), for each factor, optional
        Bands shown last time: they come first, so that the same are shown every wave.
    chosen : tuple of ndarray of int, shape (n_bands, n_places), for each factor, optional
        Bands that are shown in any case; proved with the units.

    Returns
    -------
    tuple of ndarray of int, shape (n_bands, n_places), for each factor
        How bands are shown; proved together with the units on every scale.

    Notes
    -----
    Where bands of fewer than k people would be left beside those shown, they are joined with the nearest band that is
    large enough. As many candidates as possible are tried at once, and halved where the proof fails. A part of what is
    safe is safe, though now and then the proof, which is not complete, holds for the whole and not for a part.
    """
    wanted = _Wanted(counts, units, scales, k)
    nothing = tuple(np.zeros(may.shape, np.int8) for may in menu)
    return _all_with(wanted, nothing if chosen is None else chosen, _candidates(wanted, menu, before))


def proved_bands(
    counts: Counts, units: Mask, bands: tuple[Bands, ...], *, k: int, scales: tuple[int, ...]
) -> tuple[Bands, ...]:
    """As many of the bands, shown as they are, as can be proved together with the units; see `shown_bands`."""
    candidates = [
        _Candidate(place, factor, group)
        for factor, mine in enumerate(bands)
        for place in range(mine.shape[1])
        for group in groups(mine, place)
    ]
    return _all_with(_Wanted(counts, units, scales, k), tuple(np.zeros_like(mine) for mine in bands), candidates)


def _all_with(wanted: _Wanted, chosen: tuple[Bands, ...], candidates: list[_Candidate]) -> tuple[Bands, ...]:
    """The company's first: divisions are then proved beside them."""
    for is_division in (False, True):
        chosen = _with(wanted, chosen, [one for one in candidates if (one.place > 0) == is_division])
    return chosen


def _with(wanted: _Wanted, chosen: tuple[Bands, ...], more: list[_Candidate]) -> tuple[Bands, ...]:
    """The choice with as many of the candidates as can be proved, in their order."""
    if not more:
        return chosen
    larger = tuple(mine.copy() for mine in chosen)
    for one in more:
        larger[one.factor][list(one.group), one.place] = JOINED if len(one.group) > 1 else ALONE
    choice = Choice(wanted.units, larger)
    if all(is_proved(wanted.counts, choice, scale=scale, k=wanted.k) for scale in wanted.scales):
        return larger
    if len(more) == 1:
        return chosen
    half = len(more) // 2
    return _with(wanted, _with(wanted, chosen, more[:half]), more[half:])


def _candidates(wanted: _Wanted, menu: tuple[Mask, ...], before: tuple[Bands, ...] | None) -> list[_Candidate]:
    """What might be shown in each place, in its turn."""
    counts, found = wanted.counts, []
    is_shown = wanted.units[place_units(counts.tree)]
    for factor, may in enumerate(menu):
        people = by_band(counts, counts.people[:, list(wanted.scales)], factor)
        was = np.zeros(may.shape, np.bool_) if before is None else before[factor] != HIDDEN
        for place in np.flatnonzero(is_shown):
            mine = _groups_of(people[:, place], may[:, place], k=wanted.k)
            mine.sort(key=lambda group: _turn(group, people[:, place], was[:, place]))
            found += [_Candidate(int(place), factor, group) for group in mine]
    return sorted(found, key=lambda one: one.place)


def _turn(group: tuple[int, ...], people: Ints, was: Mask) -> tuple[bool, bool, int]:
    """Joined bands come last: they are proved more easily beside others. Else those shown before, then the larger."""
    return len(group) > 1, not was[list(group)].any(), -int(people[list(group)].sum())


def _groups_of(people: Ints, may: Mask, *, k: int) -> list[tuple[int, ...]]:
    """Bands large enough alone, one of them joined with those that are not if they are too few to be left.

    `people` has shape (n_bands, n_scales).
    """
    large = [int(band) for band in np.flatnonzero(may & (people >= k).all(axis=1))]
    rest = [band for band in range(len(people)) if band not in large and people[band].any()]
    left = people[rest].sum(axis=0)
    if not large or ((left == 0) | (left >= k)).all():
        return [(band,) for band in large]
    if len(large) == 1:  # joined with all others it would be everybody
        return []
    nearest = min(large, key=lambda band: (min(abs(band - one) for one in rest), int(people[band].sum()), band))
    return [*((band,) for band in large if band != nearest), tuple(sorted([*rest, nearest]))]
