"""From answers to scores: points of 0-100, reversed items turned, item effects taken out, half rule for missing."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.answer_rows import in_order
from analysis.item_effects import ItemSums, item_effects, sum_items
from analysis.panel import Answers, Floats, Instrument, Ints, Scores


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores with all that later steps need, in canonical order (wave, person, unit, scale).

    Attributes
    ----------
    wave, person, unit, scale : ndarray of int, shape (n_rows,)
        As in `Scores`; answers that are not linked stand together in one row per wave, unit and scale.
    points : ndarray of float, shape (n_rows,)
        Mean of the answered items less their effects; it can leave 0-100 by as much as an item is easy or hard.
    items : ndarray of float, shape (n_rows,)
        Items behind each person's score.
    people : ndarray of float, shape (n_rows,)
        People behind the row: 1, or for answers that are not linked the most that answered one item.
    variance : ndarray of float, shape (n_rows,)
        Between those people, in points squared, as far as it can be told from their answers; nan for one person.
    """

    wave: Ints
    person: Ints
    unit: Ints
    scale: Ints
    points: Floats
    items: Floats
    people: Floats
    variance: Floats

    def chosen(self, rows: NDArray[np.bool_]) -> "Scored":
        return Scored(*(getattr(self, name)[rows] for name in self.__slots__))


INTER_ITEM = 0.4
"""Correlation between two items of a scale that is assumed where answers of one person are not linked."""


def to_points(value: Floats, item: Ints, instrument: Instrument) -> Floats:
    """Answers on their own scales as points of 0-100, reversed items turned.

    Parameters
    ----------
    value : ndarray of float, shape (n_rows,)
        Answers on the items' own scales.
    item : ndarray of int, shape (n_rows,)
        Which item each answer is to.
    instrument : Instrument
        Ranges and directions.

    Returns
    -------
    ndarray of float, shape (n_rows,)
        Points; 100 is the favourable end.

    Raises
    ------
    ValueError
        If an item is unknown or a value lies outside its item's range.

    Examples
    --------
    >>> import numpy as np
    >>> instrument = Instrument([0, 0], [1, 1], [5, 5], [False, True])
    >>> to_points(np.array([4.0, 4.0]), np.array([0, 1]), instrument).tolist()
    [75.0, 25.0]
    """
    if item.size and item.max() >= instrument.n_items:
        raise ValueError(f"item {item.max()} is unknown; the instrument has items 0 to {instrument.n_items - 1}")
    low, high = instrument.low[item], instrument.high[item]
    wrong = np.flatnonzero((value < low) | (value > high))
    if wrong.size:
        row = int(wrong[0])
        raise ValueError(f"row {row}: value {value[row]} of item {item[row]} is outside {low[row]} to {high[row]}")
    share = (value - low) / (high - low)
    return np.asarray(np.where(instrument.reversed[item], 1.0 - share, share) * 100.0)


def score(answers: Answers, instrument: Instrument) -> Scores:
    """Scores of people, one per wave, unit and scale.

    Parameters
    ----------
    answers : Answers
        One row per answer.
    instrument : Instrument
        What was asked.

    Returns
    -------
    Scores
        Only people with at least half of the items that are usual in their wave and scale; clipped to 0-100.

    Raises
    ------
    ValueError
        If an answer is off its scale, or a person answered one item twice in one wave.

    Notes
    -----
    A score is the mean of the answered items less each item's effect, so that who happened to be asked which item
    makes no difference. Item effects come from this wave and the earlier ones. Answers without a person are grouped
    by wave and unit, for which the result holds one row.
    """
    scored, _ = score_rows(answers, instrument, n_waves=int(answers.wave.max(initial=0)) + 1)
    points = np.clip(scored.points, 0.0, 100.0)
    items = np.maximum(np.rint(scored.items), 1).astype(np.int64)
    return Scores(scored.wave, scored.person, scored.unit, scored.scale, points, items)


def score_rows(
    answers: Answers, instrument: Instrument, *, n_waves: int, earlier: ItemSums | None = None
) -> tuple[Scored, ItemSums]:
    """Scores as the monitor wants them, and the sums behind the item effects for a later call."""
    rows = in_order(answers, to_points(answers.value, answers.item, instrument), instrument)
    start = rows.starts()
    sums = sum_items(rows.wave, rows.item, rows.points, start, n_waves=n_waves, n_items=instrument.n_items)
    sums = sums if earlier is None else earlier.then(sums)
    effect = item_effects(sums, instrument)[-n_waves:]
    first = start[:-1]
    mean, items, people, variance = _mean_rows(
        start, rows.item, rows.points, effect[rows.wave[first]], rows.person[first]
    )
    wave, scale = rows.wave[first], rows.scale[first]
    keep = (rows.person[first] < 0) | (items >= 0.5 * _usual_items(wave, scale, items, instrument.n_scales))
    scored = Scored(wave, rows.person[first], rows.unit[first], scale, mean, items, people, variance)
    return scored.chosen(keep), sums


@numba.njit(cache=True)
def _mean_rows(
    start: Ints, item: Ints, points: Floats, effect: Floats, person: Ints
) -> tuple[Floats, Floats, Floats, Floats]:
    n = start.size - 1
    mean, items, people, variance = np.zeros(n), np.zeros(n), np.ones(n), np.full(n, np.nan)
    for group in range(n):
        total, square, run, most = 0.0, 0.0, 0, 0
        for row in range(start[group], start[group + 1]):
            own = points[row] - effect[group, item[row]]
            total += own
            square += own * own
            run = run + 1 if row > start[group] and item[row] == item[row - 1] else 1
            most = max(most, run)
        size = start[group + 1] - start[group]
        mean[group], items[group] = total / size, size
        if person[group] < 0:
            people[group], items[group] = most, size / most
            if most > 1:
                spread = max(square - total * total / size, 0.0) / (size - 1)
                variance[group] = spread * (1.0 + (items[group] - 1.0) * INTER_ITEM) / items[group]
    return mean, items, people, variance


def _usual_items(wave: Ints, scale: Ints, items: Floats, n_scales: int) -> Floats:
    """The commonest number of answered items in each row's wave and scale."""
    if not wave.size:
        return items
    cell = wave * n_scales + scale
    most = int(items.max()) + 1
    counts = np.bincount(cell * most + np.minimum(items.astype(np.int64), most - 1), minlength=(cell.max() + 1) * most)
    usual: Floats = counts.reshape(-1, most).argmax(axis=1)[cell].astype(np.float64)
    return usual
