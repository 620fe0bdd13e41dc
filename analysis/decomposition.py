"""Why a unit's mean moved between two waves: other minds, or other people."""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from analysis.kitagawa import Part, Split, kitagawa
from analysis.levels.respondents import Respondents, respondents
from analysis.panel import Floats, Ints, Scores
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Parts of a change of a unit's mean; their sizes sum to `change`.

    Attributes
    ----------
    change : float
        Mean of the later wave minus mean of the earlier one, in points of 0–100.
    within : Part
        People who answered both times changed their minds.
    joiners, leavers : Part
        People who answered only the later wave, or only the earlier one, differ from the others of their sub-unit.
    reweighting : Part
        Those who came or went are spread over the sub-units otherwise than those who stayed.
    hidden : Part
        What cannot be told apart, because answers are not linked.
    n_stayed, n_joined, n_left : int
        Linked people in both waves, in the later alone, and in the earlier alone.
    """

    change: float
    within: Part
    joiners: Part
    leavers: Part
    reweighting: Part
    hidden: Part
    n_stayed: int
    n_joined: int
    n_left: int


def decompose(
    scores: Scores, tree: Tree, *, unit: int, scale: int, waves: tuple[int, int], linked: bool = True
) -> Decomposition:
    """Split the change of a unit's mean between two waves.

    Parameters
    ----------
    scores : Scores
        People's scores.
    tree : Tree
        The units; the sub-units of `unit` are its children.
    unit, scale : int
        Whose change, and of what.
    waves : tuple of int
        The earlier wave and the later one.
    linked : bool
        Whether a person number means the same person in both waves; False across an epoch boundary.

    Returns
    -------
    Decomposition
        Sizes in points with standard errors (nan where a group is too small to say).

    Raises
    ------
    ValueError
        If there is no such unit.
    InsufficientData
        If nobody of the unit answered one of the waves.

    Notes
    -----
    Subscripts: S stayed, J joined, L left; s_J and s_L their shares of the later and the earlier wave. Exactly,

        change = mean of (y₁ − y₀) over S + s_J (mean₁ J − mean₁ S) − s_L (mean₀ L − mean₀ S),

    and each difference of groups is split between and within sub-units (Kitagawa 1955, see `kitagawa`). A person who
    moved between sub-units stayed. Someone who merely did not answer counts as having left or joined. Unlinked
    answers, or all where nobody stayed, are compared as two groups, and only their reweighting can be told.
    Standard errors take people as independent given what befell the unit; a shock shared by all is other minds.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical
    Association, 50, 1168-1194.

    Examples
    --------
    >>> scores = Scores([0, 0, 1, 1], [1, 2, 1, 3], [0] * 4, [0] * 4, [60.0, 80.0, 50.0, 50.0])
    >>> parts = decompose(scores, Tree([-1]), unit=0, scale=0, waves=(0, 1))
    >>> parts.change, parts.within.size, parts.joiners.size, parts.leavers.size
    (-20.0, -10.0, 0.0, -10.0)
    """
    before, after = (respondents(scores, tree, unit, wave=wave, scale=scale) for wave in waves)
    change = float(after.value.mean() - before.value.mean())
    known_before, known_after = (side.taken(side.person >= 0) for side in (before, after))
    common = np.intersect1d(known_before.person, known_after.person)
    if not linked or common.size == 0:
        return _unlinked(before, after, change)
    pair = _Pair(*(_Wave.of(side, common) for side in (known_before, known_after)))
    return Decomposition(
        change=change,
        within=_within(pair),
        joiners=_turnover(pair.after, 1.0),
        leavers=_turnover(pair.before, -1.0),
        reweighting=_reweighting(pair),
        hidden=_hidden(before, after),
        n_stayed=int(common.size),
        n_joined=pair.after.others.person.size,
        n_left=pair.before.others.person.size,
    )


@dataclass(frozen=True, slots=True)
class _Wave:
    """Linked respondents of one wave: those who answered both waves (in the same order), and the others."""

    stayed: Respondents
    others: Respondents
    split: Split | None

    @classmethod
    def of(cls, side: Respondents, common: Ints) -> "_Wave":
        here = np.isin(side.person, common)
        stayed, others = side.taken(here), side.taken(~here)
        split = kitagawa(others.value, others.part, stayed.value, stayed.part) if others.value.size else None
        return cls(stayed, others, split)

    @property
    def share(self) -> float:
        """Share of the wave that the other one lacks."""
        return self.others.value.size / (self.others.value.size + self.stayed.value.size)


@dataclass(frozen=True, slots=True)
class _Pair:
    before: _Wave
    after: _Wave


def _within(pair: _Pair) -> Part:
    moves = pair.after.stayed.value - pair.before.stayed.value
    return Part(float(moves.mean()), _error(moves))


def _turnover(wave: _Wave, sign: float) -> Part:
    if wave.split is None:
        return Part(0.0, 0.0)
    return Part(sign * wave.share * wave.split.within.size, wave.share * wave.split.within.se)


def _reweighting(pair: _Pair) -> Part:
    """Both waves' spread over sub-units; who stayed is in both, so their errors are taken together."""
    size, square, of_stayed = 0.0, 0.0, np.zeros(pair.after.stayed.value.size)
    for wave, sign in ((pair.after, 1.0), (pair.before, -1.0)):
        if wave.split is not None:
            level = wave.split.level
            size += sign * wave.share * wave.split.between.size
            everyone = level[np.concatenate([wave.others.part, wave.stayed.part])]
            square += wave.share**2 * float(everyone.var(ddof=1)) / wave.others.value.size
            of_stayed -= sign * wave.share * level[wave.stayed.part]
    error = _error(of_stayed) if of_stayed.any() else 0.0
    return Part(size, sqrt(square + error**2))


def _hidden(before: Respondents, after: Respondents) -> Part:
    """What unlinked answers add to the change of the linked ones."""
    size, square = 0.0, 0.0
    for side, sign in ((after, 1.0), (before, -1.0)):
        known, unknown = side.value[side.person >= 0], side.value[side.person < 0]
        if unknown.size:
            share = unknown.size / side.value.size
            size += sign * share * float(unknown.mean() - known.mean())
            square += share**2 * (_error(unknown) ** 2 + _error(known) ** 2)
    return Part(size, sqrt(square))


def _unlinked(before: Respondents, after: Respondents, change: float) -> Decomposition:
    split = kitagawa(after.value, after.part, before.value, before.part)
    none = Part(0.0, nan)
    return Decomposition(change, none, none, none, split.between, split.within, 0, 0, 0)


def _error(values: Floats) -> float:
    return float(values.std(ddof=1)) / sqrt(values.size) if values.size > 1 else nan
