"""Levels of every unit, with standard errors and intervals that respect how people are grouped."""

from numpy.typing import ArrayLike

from analysis.estimates import Estimates
from analysis.levels.sources import from_scores, from_summaries
from analysis.panel import Scores, Summaries
from analysis.tree import Tree


def estimate_levels(scores: Scores, tree: Tree, *, n_members: ArrayLike | None = None) -> Estimates:
    """Mean of every unit's subtree, wave by wave, from people's scores.

    For levels on a page. To test a change between two waves use `analysis.drift` or `decompose`: the same people
    answer twice, so errors of two waves are not independent.

    Parameters
    ----------
    scores : Scores
        A row per person, wave and scale; rows may sit at any unit and come in any order.
    tree : Tree
        The units.
    n_members : array_like of int, shape (n_waves, n_units), optional
        People asked at each unit itself (not below it). With it the level is that of these people, and the error is
        only about those who did not answer. Without it the level is that of a unit like this one with other people
        and teams, which is what a comparison with other waves and units needs.

    Returns
    -------
    Estimates
        A row per wave, unit (with every ancestor) and scale; `se` and the interval are nan for one respondent.

    Raises
    ------
    ValueError
        If a unit is not in the tree, or fewer members than respondents are given.

    Notes
    -----
    With n respondents in m teams of nₖ (a team: the unit at which people answer), s² between people of one team,
    and τ² between teams of one unit, pooled over units of the same depth and the waves so far (`levels.components`):

        se² = s²/n + τ² Σ nₖ²/n²,     τ² taken as 0 where m = 1.

    The pooled τ² replaces the linearised cluster variance, which for a unit of two teams rests on one degree of
    freedom. With Nₖ members a team, N in all, the terms become (1 − n/N) s²/n and τ² Σ (nₖ/n − Nₖ/N)²: all teams are
    asked, so differences between teams are an error only as far as teams answered unevenly (Cochran 1977, ch. 10;
    `weighting` corrects the mean itself). Those who answer are taken as a random part of their team, people's true
    levels as constant within the wave, answers of two people as independent. The interval is Student's t with
    Satterthwaite's degrees of freedom, cut to 0–100. `shrunk` moves the mean towards the parent's by
    s²/n / (s²/n + variance between siblings) of the distance. No wave changes an earlier wave's row.

    References
    ----------
    Cochran, W. G. (1977). Sampling techniques, 3rd ed. Wiley.

    Examples
    --------
    >>> scores = Scores(wave=[0, 0, 0, 0], person=[1, 2, 3, 4], unit=[1, 1, 2, 2], scale=[0] * 4,
    ...                 value=[50.0, 70.0, 80.0, 100.0])
    >>> estimates = estimate_levels(scores, Tree([-1, 0, 0]))
    >>> estimates.unit.tolist(), estimates.mean.tolist()
    ([0, 1, 2], [75.0, 60.0, 90.0])
    """
    return from_scores(scores, tree, n_members=n_members)[0]


def estimate_summary_levels(summaries: Summaries, tree: Tree, *, totals: bool = True) -> Estimates:
    """Mean of every unit, wave by wave, from published means.

    Parameters
    ----------
    summaries : Summaries
        A row per wave, unit and scale. A unit without a row is put together from its children, weighted by n (if any n
        is unknown: their plain average).
    tree : Tree
        The units.
    totals : bool
        Whether a unit's row is its published total. It then stands for the unit, unless it has fewer people behind it
        than the children have, when it is taken as the rest and added to them. False: rows are of people who sit at the
        unit itself, and are always added.

    Returns
    -------
    Estimates
        A row per wave, unit (with every ancestor) and scale. Where n or every sd of the scale is unknown, `se` and
        the interval are nan and `shrunk` is the mean; a single unknown sd is the pooled one of the waves so far.

    Raises
    ------
    ValueError
        If a unit is not in the tree, or has two rows for one wave and scale.

    Notes
    -----
    As in `estimate_levels`, each published row being one team to the units above it. The error of a published mean
    is sd/√n: how its people are grouped is not in the file.

    Examples
    --------
    >>> summaries = Summaries(wave=[0, 0], unit=[1, 2], scale=[0, 0], n=[30, 10], mean=[60.0, 80.0], sd=[20.0, 20.0])
    >>> estimate_summary_levels(summaries, Tree([-1, 0, 0])).mean.tolist()
    [65.0, 60.0, 80.0]
    """
    return from_summaries(summaries, tree, totals=totals)[0]
