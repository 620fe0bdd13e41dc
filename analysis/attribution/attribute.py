"""The one entry to attribution: what a change that the monitor told is made of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.attribution.changes import Change, change_of
from analysis.attribution.windows import Windows, together, windows_of
from analysis.columns import whole
from analysis.decomposition import Decomposition, decompose
from analysis.drift.result import Alarm
from analysis.panel import Answers, Floats, Instrument, Ints, Scores
from analysis.scoring import score_rows
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one change is made of.

    Attributes
    ----------
    before, after : ndarray of int, shape (n_before,), (n_after,)
        Waves that are compared.
    mix_or_mind : Decomposition
        The change of the unit's mean: people who changed their minds, joiners, leavers, reweighting, hidden.
    scales, items, facets : tuple of Change
        The same waves compared in every scale, item and facet of the unit; without answers there are no items.
    children : tuple of Change
        By child of the unit (the unit itself for those who sit there): `size` is what it adds to the unit's change, and
        they sum to it; its interval is not given.
    """

    before: Ints
    after: Ints
    mix_or_mind: Decomposition
    scales: tuple[Change, ...]
    items: tuple[Change, ...]
    facets: tuple[Change, ...]
    children: tuple[Change, ...]


def attribute(
    alarm: Alarm,
    data: Scores | Answers,
    tree: Tree,
    *,
    instrument: Instrument | None = None,
    epochs: ArrayLike | None = None,
    facet_of_item: ArrayLike | None = None,
) -> Attribution:
    """Say what a told change is made of: mix or mind, and which scales, questions and parts of the unit.

    For a change that `monitor` told, with the data of the same call. It compares up to six waves on either side, each
    person once on each, so it is blunter than the alarm and says nothing about whether there was a change.

    Parameters
    ----------
    alarm : Alarm
        What `monitor` told.
    data : Scores or Answers
        The rows that it was told from.
    tree : Tree
        The units.
    instrument : Instrument, optional
        Needed for `Answers`.
    epochs : array_like of int, shape (n_waves,), optional
        Epoch of each wave. Where the waves before lie in another epoch, minds and mix cannot be told apart.
    facet_of_item : array_like of int, shape (n_items,), optional
        Number of the facet each item asks about, from 0.

    Returns
    -------
    Attribution
        All parts, in points of 0–100.

    Raises
    ------
    ValueError
        If answers come without an instrument, or there is no such unit.
    InsufficientData
        If no waves lie before the change, or nobody of the unit answered on one side.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis import monitor
    >>> from analysis.simulate import Fall, World, simulate_scores
    >>> world = World(n_divisions=3, teams_per_division=3, n_waves=20)
    >>> made = simulate_scores(world, np.random.default_rng(20260101), [Fall(unit=1, onset=12, size=0.8)])
    >>> found = attribute(monitor(made.scores, made.tree).alarms[0], made.scores, made.tree)
    >>> found.mix_or_mind.within.size < -10, abs(found.mix_or_mind.joiners.size) < 1
    (True, True)
    """
    if isinstance(data, Answers) and instrument is None:
        raise ValueError("answers need an instrument: scale, range and direction of each item")
    n_waves = max(int(data.wave.max(initial=0)), alarm.wave) + 1
    epoch = np.zeros(n_waves, dtype=np.int64) if epochs is None else whole(epochs, "epochs")
    windows = windows_of(alarm, data.wave, epoch)
    scores = _scores(data, instrument, n_waves)
    pooled = _pooled(windows, scores)
    inside = tree.within(alarm.unit)[pooled.unit]
    mine = inside & (pooled.scale == alarm.scale)
    known = _known(windows, pooled.person)
    items, facets = _by_item(windows, data, instrument, tree.within(alarm.unit), facet_of_item)
    return Attribution(
        before=windows.before,
        after=windows.after,
        mix_or_mind=decompose(pooled, tree, unit=alarm.unit, scale=alarm.scale, waves=(0, 1), linked=windows.linked),
        scales=_changes(pooled.scale[inside], pooled.wave[inside], known[inside], pooled.value[inside]),
        items=items,
        facets=facets,
        children=_children(tree, alarm.unit, pooled.unit[mine], pooled.wave[mine], pooled.value[mine]),
    )


def _scores(data: Scores | Answers, instrument: Instrument | None, n_waves: int) -> Scores:
    """A row per person, wave and scale; item effects are taken off, so that other questions are no change."""
    if isinstance(data, Scores) or instrument is None:
        assert isinstance(data, Scores)  # noqa: S101 -- answers without an instrument were refused
        return data
    scored, _ = score_rows(data, instrument, n_waves=n_waves)
    points = np.clip(scored.points, 0.0, 100.0)
    return Scores(scored.wave, scored.person, scored.unit, scored.scale, points)


def _pooled(windows: Windows, scores: Scores) -> Scores:
    """Both windows as two waves in which everybody answers once."""
    columns = (scores.wave, scores.person, scores.unit)
    side, person, unit, value, scale = together(windows, columns, scores.value, scores.scale)
    return Scores(side, person, unit, scale, np.clip(value, 0.0, 100.0))


def _known(windows: Windows, person: Ints) -> Ints:
    """Person numbers that mean the same on both sides; −1 for all where an epoch ends between them."""
    return person if windows.linked else np.full_like(person, -1)


def _changes(number: Ints, side: Ints, person: Ints, value: Floats) -> tuple[Change, ...]:
    rows_of = [(one, np.flatnonzero(number == one)) for one in np.unique(number).tolist()]
    return tuple(change_of(one, side[rows], person[rows], value[rows]) for one, rows in rows_of)


def _by_item(
    windows: Windows,
    data: Scores | Answers,
    instrument: Instrument | None,
    inside: np.typing.NDArray[np.bool_],
    facet_of_item: ArrayLike | None,
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Changes of items and of facets within the unit."""
    if not isinstance(data, Answers) or instrument is None:
        return (), ()
    rows = np.flatnonzero(inside[data.unit])
    item = data.item[rows]
    share = (data.value[rows] - instrument.low[item]) / (instrument.high[item] - instrument.low[item])
    points = 100.0 * np.where(instrument.reversed[item], 1.0 - share, share)
    columns = (data.wave[rows], data.person[rows], data.unit[rows])
    found = []
    for number in (item, None if facet_of_item is None else whole(facet_of_item, "facet_of_item")[item]):
        if number is not None:
            side, person, _, value, which = together(windows, columns, points, number)
            found.append(_changes(which, side, _known(windows, person), value))
    return found[0], found[1] if len(found) > 1 else ()


def _children(tree: Tree, unit: int, where: Ints, side: Ints, value: Floats) -> tuple[Change, ...]:
    """What each child adds to the change of the unit's mean: its share times its distance from the middle."""
    owner = _owner(tree, unit)[where]
    total = np.bincount(side, minlength=2)
    middle = float(value.mean())
    found = []
    for child in np.unique(owner).tolist():
        before, after = (value[(owner == child) & (side == one)] - middle for one in (0, 1))
        size = float(after.sum()) / total[1] - float(before.sum()) / total[0]
        found.append(Change(child, size, np.nan, np.nan, int(before.size), int(after.size)))
    return tuple(found)


def _owner(tree: Tree, unit: int) -> Ints:
    """For each unit below, the child of `unit` that it belongs to; the unit itself for itself."""
    owner = np.full(tree.n_units, -1, dtype=np.int64)
    owner[unit] = unit
    for below in tree.downward.tolist():
        above = int(tree.parent[below])
        if above == unit:
            owner[below] = below
        elif above >= 0 and owner[above] >= 0 and above != unit:
            owner[below] = owner[above]
    return owner
