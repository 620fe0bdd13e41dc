"""What a call was given, in the form the engine works on: one common face for people and for published means."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analysis.drift.line_sums import moments_of
from analysis.drift.lines import Seating, check_one_place, seat, seats_of
from analysis.drift.model import LAGS, Moments, Parameters
from analysis.drift.people import Series, collapse
from analysis.drift.shocks import DEFAULT_UNIT, PRIOR_WIDTH
from analysis.item_effects import ItemSums
from analysis.panel import Answers, Floats, Instrument, Ints, Scores
from analysis.row_order import row_order
from analysis.scoring import Scored, score_rows
from analysis.tree import Tree


class Observed(Protocol):
    """Series of units, given parameters; waves are numbered from the start of the carry."""

    n_scales: int
    units: Ints
    asked: np.typing.NDArray[np.bool_]
    block: Ints
    moments: Moments
    items: ItemSums | None
    totals: bool
    unit_shocks: tuple[float, float]
    """Variance of a unit's shocks before any data, as a share of that between people, and the width of its prior."""

    def write(
        self, series: Series, scale: int, epoch: int, *, months: Floats, known: int, parameters: Parameters
    ) -> None:
        """Add the epoch's waves up to the last of `months`; only waves before `known` may tell about noise."""


@dataclass(slots=True)
class ObservedPeople:
    """Answers or scores."""

    n_scales: int
    units: Ints
    asked: np.typing.NDArray[np.bool_]
    block: Ints
    moments: Moments
    items: ItemSums | None
    seating: Seating
    totals: bool = False
    unit_shocks: tuple[float, float] = (DEFAULT_UNIT, PRIOR_WIDTH)

    def write(
        self, series: Series, scale: int, epoch: int, *, months: Floats, known: int, parameters: Parameters
    ) -> None:
        del known
        lines = self.seating.lines.get((scale, epoch))
        if lines is not None:
            linked = self.block[: months.size] >= 0
            collapse(lines, series, months, parameters, scale=scale, linked=linked)


def scored_rows(
    data: Answers | Scores, instrument: Instrument | None, n_waves: int, items: ItemSums | None
) -> tuple[Scored, ItemSums | None, int]:
    """Scores of people in canonical order, sums behind the item effects, and the number of scales."""
    if isinstance(data, Answers):
        if instrument is None:
            raise ValueError("answers need an instrument: scale, range and direction of each item")
        scored, sums = score_rows(data, instrument, n_waves=n_waves, earlier=items)
        return scored, sums, instrument.n_scales
    behind = data.n_items.astype(np.float64)
    order = row_order((data.wave, data.person, data.unit, data.scale), (data.value, behind))
    one, none = np.ones(order.size), np.full(order.size, np.nan)
    keys = (data.wave[order], data.person[order], data.unit[order], data.scale[order])
    _check_once(*keys)
    scored = Scored(*keys, data.value[order], behind[order], one, none)
    return scored, None, int(data.scale.max(initial=-1)) + 1


def _check_once(wave: Ints, person: Ints, unit: Ints, scale: Ints) -> None:
    same = person[1:] >= 0
    for column in (wave, person, unit, scale):
        same &= column[1:] == column[:-1]
    if same.any():
        row = int(np.flatnonzero(same)[0])
        raise ValueError(f"person {person[row]} has two scores in scale {scale[row]}, wave {wave[row]}")


def observe_people(
    scored: Scored,
    tree: Tree,
    *,
    epochs: Ints,
    months: Floats,
    before: Ints,
    shape: tuple[int, int],
    items: ItemSums | None,
) -> ObservedPeople:
    """Lines of people; `before` are the units of the carry, `shape` the waves and scales of the call.

    `epochs` and `months` cover the carry's waves too, and `scored` is numbered likewise.
    """
    check_one_place(scored)
    n_waves, n_scales = shape
    units = np.union1d(before, seats_of(scored, tree)).astype(np.int64)
    seating = seat(scored, tree, epochs=epochs, months=months, units=units)
    sums = moments_of(seating, epochs.size, n_scales, LAGS)
    moments = Moments(*(part[epochs.size - n_waves :] for part in sums))
    asked = np.bincount(scored.wave, minlength=epochs.size) > 0
    return ObservedPeople(n_scales, units, asked, seating.block, moments, items, seating)
