"""From counts to what is shown of the principles, with its proof."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import n_groups
from analysis.disclosure.counts import Counts, Mask, by_band, by_unit, totals
from analysis.disclosure.ends import without_near
from analysis.disclosure.homogeneity import Steps, is_same, without_extremes
from analysis.disclosure.margins import shown_bands
from analysis.disclosure.prove import Choice, is_proved
from analysis.disclosure.tree_rule import shown_units
from analysis.panel import Ints


@dataclass(frozen=True, slots=True)
class Decision:
    """What is shown of each scale.

    Attributes
    ----------
    by_counts : Choice
        Decided from counts alone, on all scales alike; next time's `before`.
    shown : tuple of Choice, one for each scale
        The same without what lies too near an end of the scale.
    n_kept, n_large_enough : int
        Blocks of the menu decided to be shown, alone or joined with smaller ones, and those of at least k people.
    """

    by_counts: Choice
    shown: tuple[Choice, ...]
    n_kept: int
    n_large_enough: int


def decide(counts: Counts, steps: Steps, menu: tuple[Mask, ...], *, k: int, before: Choice | None = None) -> Decision:
    """Decide which blocks of a wave are shown, and prove that no combination of them is about fewer than k people.

    Parameters
    ----------
    counts : Counts
        Who answered.
    steps : Steps
        How near to the ends of the scale; looked at for nothing else.
    menu : tuple of ndarray of bool, shape (n_bands, n_places), a mask for each factor
        Bands that may be shown in the company (place 0) and its divisions.
    k : int
        Fewest people of a group.
    before : Choice, optional
        `by_counts` of the wave before.

    Returns
    -------
    Decision
        What is shown.

    Raises
    ------
    ValueError
        If k is less than 2.
    RuntimeError
        If the proof fails for what was chosen: a fault of this program. Nothing may be shown.
    """
    if k < 2:
        raise ValueError(f"k must be at least 2; got {k}")
    people = totals(by_unit(counts, counts.people), counts.tree)
    scales = tuple(int(scale) for scale in np.flatnonzero(people[counts.tree.root] >= k))
    units = shown_units(people[:, list(scales)], counts.tree, k=k, before=None if before is None else before.units)
    bands = shown_bands(counts, units, menu, k=k, scales=scales, before=None if before is None else before.bands)
    by_counts = Choice(units, bands)
    nothing = Choice(np.zeros_like(units), tuple(np.zeros_like(mine) for mine in bands))
    shown = tuple(
        _away_from_ends(counts, steps, by_counts, scale=scale, k=k) if scale in scales else nothing
        for scale in range(counts.n_scales)
    )
    for scale, choice in enumerate(shown):
        if not is_proved(counts, choice, scale=scale, k=k):
            raise RuntimeError(f"what was chosen for scale {scale} is not proved")
    return Decision(by_counts, shown, _size(by_counts), _large_enough(counts, people, menu, scales, k=k))


def _away_from_ends(counts: Counts, steps: Steps, by_counts: Choice, *, scale: int, k: int) -> Choice:
    """Without what is too near an end, alone or together, until both agree: what one takes back may undo the other."""
    choice = by_counts
    while True:
        apart = without_extremes(counts, steps, choice, scale=scale, k=k, by_counts=by_counts)
        apart = without_near(counts, steps, apart, scale=scale, k=k)
        if is_same(apart, choice):
            return apart
        choice = apart


def _size(choice: Choice) -> int:
    return int(choice.units.sum()) + sum(n_groups(mine) for mine in choice.bands)


def _large_enough(counts: Counts, people: Ints, menu: tuple[Mask, ...], scales: tuple[int, ...], *, k: int) -> int:
    if not scales:
        return 0
    units = (people[:, list(scales)] >= k).all(axis=1).sum()
    bands = [
        (mask & (by_band(counts, counts.people[:, list(scales)], factor) >= k).all(axis=2)).sum()
        for factor, mask in enumerate(menu)
    ]
    return int(units + sum(bands))
