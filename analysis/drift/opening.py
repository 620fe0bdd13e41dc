"""The start of a call: checks, waves numbered from the start of the carry, rows in canonical form."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.columns import real, whole
from analysis.drift.carry import Carry
from analysis.drift.model import Moments
from analysis.drift.observed import Observed, observe_people, scored_rows
from analysis.drift.published import observe_means
from analysis.item_effects import broken_off
from analysis.panel import Answers, Floats, Instrument, Ints, Panel, Scores, Summaries
from analysis.scoring import Scored
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Opened:
    """One call, ready to be judged.

    Attributes
    ----------
    observed : Observed
        Data of this call; its waves follow on those of the carry.
    scored : Scored or None
        Scores of people, waves numbered within the call; None for summaries.
    months : ndarray of float, shape (n_all,)
        Time of every wave, the carry's first.
    epochs : ndarray of int, shape (n_all,)
        Epoch of every wave; rising.
    offset : int
        Waves of the carry.
    breaks : tuple of (int, int)
        Wave and scale where every item was new: the level is unknown again in the whole company.
    """

    observed: Observed
    scored: Scored | None
    months: Floats
    epochs: Ints
    offset: int
    breaks: tuple[tuple[int, int], ...] = ()


def open_call(
    data: Panel,
    tree: Tree,
    *,
    instrument: Instrument | None,
    times: ArrayLike | None,
    epochs: ArrayLike | None,
    waves_per_year: float,
    carry: Carry | None,
) -> Opened:
    """Check what came in and put it in canonical form."""
    _check(data, tree, waves_per_year)
    n_waves = _count_waves(data, times, epochs)
    offset = 0 if carry is None else carry.months.size
    months = _months(times, n_waves, 12.0 / waves_per_year, carry)
    runs = _epochs(epochs, n_waves, carry)
    before = np.zeros(0, dtype=np.int64) if carry is None else carry.units
    past_scales = 0 if carry is None else len(carry.series)
    if isinstance(data, Summaries):
        n_scales = max(int(data.scale.max(initial=-1)) + 1, past_scales)
        observed: Observed = observe_means(data, epochs=runs, shape=(n_waves, n_scales), before=before)
        return Opened(_with_past(observed, carry), None, months, runs, offset)
    scored, items, n_scales = scored_rows(data, instrument, n_waves, None if carry is None else carry.items)
    n_scales = max(n_scales, past_scales)
    moved = Scored(scored.wave + offset, *(getattr(scored, name) for name in Scored.__slots__[1:]))
    observed = observe_people(
        moved, tree, epochs=runs, months=months, before=before, shape=(n_waves, n_scales), items=items
    )
    breaks = () if items is None or instrument is None else tuple(broken_off(items, instrument))
    return Opened(_with_past(observed, carry), scored, months, runs, offset, breaks)


def _with_past(observed: Observed, carry: Carry | None) -> Observed:
    if carry is not None:
        observed.asked[: carry.asked.size] = carry.asked
        observed.block[: carry.block.size] = carry.block
        observed.moments = _widen(carry.moments, observed.n_scales).then(observed.moments)
    return observed


def _widen(moments: Moments, n_scales: int) -> Moments:
    """The same moments, with room for scales that were not asked then."""
    parts = (getattr(moments, name) for name in Moments.__slots__)
    return Moments(*(np.pad(part, [(0, 0), (0, n_scales - part.shape[1]), (0, 0)][: part.ndim]) for part in parts))


def _check(data: Panel, tree: Tree, waves_per_year: float) -> None:
    if not isinstance(data, Answers | Scores | Summaries):
        raise TypeError(f"data must be Answers, Scores or Summaries; got {type(data).__name__}")
    if data.wave.size == 0:
        raise ValueError("no rows: at least one answer is wanted")
    if data.unit.max() >= tree.n_units:
        row = int(np.flatnonzero(data.unit >= tree.n_units)[0])
        raise ValueError(f"row {row}: unit {data.unit[row]} is not in the tree of {tree.n_units} units")
    if not waves_per_year > 0:
        raise ValueError(f"waves_per_year must be above 0; got {waves_per_year}")


def _count_waves(data: Panel, times: ArrayLike | None, epochs: ArrayLike | None) -> int:
    least = int(data.wave.max()) + 1
    given = {name: np.size(value) for name, value in (("times", times), ("epochs", epochs)) if value is not None}
    for name, size in given.items():
        if size < least:
            raise ValueError(f"{name} must say something of every wave; got {size} for {least} waves")
    if len(set(given.values())) > 1:
        raise ValueError(f"times and epochs must be of the same length; got {given}")
    return max(least, *given.values()) if given else least


def _months(times: ArrayLike | None, n_waves: int, spacing: float, carry: Carry | None) -> Floats:
    past = np.zeros(0) if carry is None else carry.months
    if times is None:
        here = np.arange(past.size, past.size + n_waves) * spacing
        return np.concatenate((past, here))
    months = np.concatenate((past, real(times, "times") * 12.0))
    backwards = np.flatnonzero(np.diff(months) <= 0)
    if backwards.size:
        wave = int(backwards[0]) + 1 - past.size
        raise ValueError(f"times must rise from wave to wave; wave {wave} does not come after the one before it")
    return months


def _epochs(epochs: ArrayLike | None, n_waves: int, carry: Carry | None) -> Ints:
    """Number of each wave's epoch, counted from the first: a change of label begins a new one."""
    labels = np.zeros(n_waves, dtype=np.int64) if epochs is None else whole(epochs, "epochs")
    here = np.concatenate(([0], np.cumsum(labels[1:] != labels[:-1]))).astype(np.int64)
    if carry is None:
        return here
    return np.concatenate((carry.epochs, here + int(carry.epochs.max(initial=-1)) + 1))
