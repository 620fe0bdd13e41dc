"""What all shown sums together leave of the way to an end of the scale."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import Bands
from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.detours import may_go_round, roads_of
from analysis.disclosure.homogeneity import Steps, hide_factor
from analysis.disclosure.kinds import Kinds, Row, kinds_of
from analysis.disclosure.moving import ZERO, Moves, held_in
from analysis.disclosure.prove import Choice
from analysis.disclosure.swaps import may_swap
from analysis.panel import Floats


@dataclass(frozen=True, slots=True)
class _Wave:
    """What was answered on one scale, and the fewest steps."""

    counts: Counts
    steps: Steps
    scale: int
    k: int


def without_near(counts: Counts, steps: Steps, choice: Choice, *, scale: int, k: int, n_kept: int = 0) -> Choice:
    """Take back bands until no combination of shown sums lies fewer than k steps from an end.

    Parameters
    ----------
    counts : Counts
        Who answered.
    steps : Steps
        What they answered.
    choice : Choice
        Shown on this scale, with enough steps in each part.
    scale : int
        The scale in question.
    k : int
        Fewest steps.
    n_kept : int, default 0
        Factors, the first of them, of which nothing is taken back.

    Returns
    -------
    Choice
        The same units, and bands of which none is new.

    Notes
    -----
    A combination v of shown sums lies Σ v⁺·high + Σ v⁻·low from the greatest value that it can have. That this is at
    least k for every v with weight 1 on a kind of people means that the kind's sum may move away from the end by k less
    its own steps, all other people within theirs, and no shown sum changes (linear programming duality). Where
    it may not, all bands of the place are taken back, so that their absence tells of nobody in particular there; where
    none is shown, the factor of the smallest band in v, which the program's multipliers are. What has once been found
    free to move remains so with fewer bands. Without any band the sums are of groups that share nobody.
    """
    wave, bands = _Wave(counts, steps, scale, k), tuple(mine.copy() for mine in choice.bands)
    waiting = np.ones((2, counts.unit.size), np.bool_)
    while any(mine.any() for mine in bands[n_kept:]):
        kinds = kinds_of(counts, Choice(choice.units, bands), scale=scale)
        held = [one for end in (0, 1) for one in _held(kinds, wave, waiting[end], end=end)]
        for place, multipliers in held:
            _hide(bands, place, _smallest(kinds, wave, multipliers, n_kept=n_kept), n_kept=n_kept)
        if not held:
            break
    return Choice(choice.units, bands)


def _hide(bands: tuple[Bands, ...], place: int, row: Row, *, n_kept: int) -> None:
    """All bands of the place where people are held; where it shows none, those of the factor that holds them."""
    here = [mine for mine in bands[n_kept:] if mine[:, place].any()]
    for mine in here:
        hide_factor(mine, place)
    if not here:
        factor, _, elsewhere = row
        hide_factor(bands[factor], elsewhere)


def _held(kinds: Kinds, wave: _Wave, waiting: Mask, *, end: int) -> list[tuple[int, Floats]]:
    """Places where people are held, with the multipliers that hold them; who is free to move waits no longer."""
    steps = (wave.steps.high, wave.steps.low)
    near, far = (kinds.sums_of(of[:, wave.scale]) for of in (steps[end], steps[1 - end]))
    moves = Moves(near, far, wave.k - near)
    left = (kinds.sums_of((~waiting).astype(np.int64)) == 0) & (moves.by > 0)
    left &= ~may_swap(kinds, rises=near, falls=far, by=np.where(left, moves.by, 0))
    roads = roads_of(kinds, rises=near, falls=far)
    for one in np.flatnonzero(left):
        left[one] = not may_go_round(roads, int(one), int(moves.by[one]))
    found = [(int(place), held_in(kinds, moves, left, int(place))) for place in np.unique(kinds.place[left])]
    is_there = kinds.of >= 0
    waiting[is_there] = left[kinds.of[is_there]]
    return [(place, multipliers) for place, multipliers in found if multipliers is not None]


def _smallest(kinds: Kinds, wave: _Wave, multipliers: Floats, *, n_kept: int) -> Row:
    """The band with the fewest people among those that count and may be taken back."""
    shares = zip(kinds.rows, multipliers[kinds.first_band :], strict=True)
    may_go = [(row, abs(share) > ZERO) for row, share in shares if row[0] >= n_kept]
    rows = [row for row, counts in may_go if counts] or [row for row, _ in may_go]
    return min(rows, key=lambda row: _size(wave, row))


def _size(wave: _Wave, row: Row) -> tuple[int, Row]:
    factor, group, place = row
    counts = wave.counts
    inside = np.isin(counts.band[:, factor], group) & ((counts.place == place) | (place == 0))
    return int(counts.people[inside, wave.scale].sum()), row
