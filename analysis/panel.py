"""The values that come in: answers, scores or summaries of a recurring survey."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.columns import check_least, check_lengths, check_points, real, setter, whole

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is asked: each item's scale, range and direction.

    Parameters
    ----------
    scale_of_item : array_like of int, shape (n_items,)
        Number of the scale each item belongs to, from 0.
    low, high : array_like of float, shape (n_items,)
        Ends of the item's own answer scale; low < high.
    reversed : array_like of bool, shape (n_items,)
        Whether a high answer means a low score.
    """

    scale_of_item: Ints
    low: Floats
    high: Floats
    reversed: NDArray[np.bool_]

    def __init__(self, scale_of_item: ArrayLike, low: ArrayLike, high: ArrayLike, reversed: ArrayLike) -> None:  # noqa: A002 -- the word of the contract
        put = setter(self)
        put("scale_of_item", whole(scale_of_item, "scale_of_item"))
        put("low", real(low, "low"))
        put("high", real(high, "high"))
        put("reversed", np.asarray(reversed, dtype=np.bool_))
        check_lengths(scale_of_item=self.scale_of_item, low=self.low, high=self.high, reversed=self.reversed)
        check_least(self.scale_of_item, 0, "scale_of_item")
        wrong = np.flatnonzero(~(self.low < self.high))
        if wrong.size:
            item = int(wrong[0])
            raise ValueError(f"item {item} runs from {self.low[item]} to {self.high[item]}; low must be below high")

    @property
    def n_items(self) -> int:
        return int(self.scale_of_item.size)

    @property
    def n_scales(self) -> int:
        return int(self.scale_of_item.max()) + 1 if self.n_items else 0


@dataclass(frozen=True, slots=True)
class Answers:
    """A row per answer, the value on the item's own scale.

    Parameters
    ----------
    wave : array_like of int, shape (n_rows,)
        0 … n_waves−1 in time order.
    person : array_like of int, shape (n_rows,)
        Number of the person within the epoch; −1 where answers are not linked.
    unit, item : array_like of int, shape (n_rows,)
        Numbers of unit (in the tree) and item (in the instrument).
    value : array_like of float, shape (n_rows,)
        The answer, on the item's own scale.
    """

    wave: Ints
    person: Ints
    unit: Ints
    item: Ints
    value: Floats

    def __init__(self, wave: ArrayLike, person: ArrayLike, unit: ArrayLike, item: ArrayLike, value: ArrayLike) -> None:
        put = setter(self)
        put("wave", whole(wave, "wave"))
        put("person", whole(person, "person"))
        put("unit", whole(unit, "unit"))
        put("item", whole(item, "item"))
        put("value", real(value, "value"))
        check_lengths(wave=self.wave, person=self.person, unit=self.unit, item=self.item, value=self.value)
        check_least(self.wave, 0, "wave")
        check_least(self.person, -1, "person")
        check_least(self.unit, 0, "unit")
        check_least(self.item, 0, "item")


@dataclass(frozen=True, slots=True)
class Scores:
    """A row per person, wave and scale.

    Parameters
    ----------
    wave, person, unit, scale : array_like of int, shape (n_rows,)
        As in `Answers`; `scale` from 0.
    value : array_like of float, shape (n_rows,)
        Mean of the answered items, in points of 0–100.
    n_items : array_like of int, shape (n_rows,), optional
        Items behind each score; where it is not given, all scores are taken as equally exact.
    """

    wave: Ints
    person: Ints
    unit: Ints
    scale: Ints
    value: Floats
    n_items: Ints

    def __init__(
        self,
        wave: ArrayLike,
        person: ArrayLike,
        unit: ArrayLike,
        scale: ArrayLike,
        value: ArrayLike,
        n_items: ArrayLike | None = None,
    ) -> None:
        put = setter(self)
        put("wave", whole(wave, "wave"))
        put("person", whole(person, "person"))
        put("unit", whole(unit, "unit"))
        put("scale", whole(scale, "scale"))
        put("value", real(value, "value"))
        put("n_items", np.ones_like(self.wave) if n_items is None else whole(n_items, "n_items"))
        check_lengths(
            wave=self.wave, person=self.person, unit=self.unit, scale=self.scale, value=self.value, n_items=self.n_items
        )
        check_least(self.wave, 0, "wave")
        check_least(self.person, -1, "person")
        check_least(self.unit, 0, "unit")
        check_least(self.scale, 0, "scale")
        check_least(self.n_items, 1, "n_items")
        check_points(self.value, "value")


@dataclass(frozen=True, slots=True)
class Summaries:
    """A row per wave, unit and scale: what other tools export.

    Parameters
    ----------
    wave, unit, scale : array_like of int, shape (n_rows,)
        As in `Answers`.
    n : array_like of int, shape (n_rows,)
        Respondents behind the mean; 0 where it is unknown.
    mean : array_like of float, shape (n_rows,)
        Mean score, in points of 0–100.
    sd : array_like of float, shape (n_rows,)
        Standard deviation between respondents, in points; nan where it is unknown.
    """

    wave: Ints
    unit: Ints
    scale: Ints
    n: Ints
    mean: Floats
    sd: Floats

    def __init__(
        self, wave: ArrayLike, unit: ArrayLike, scale: ArrayLike, n: ArrayLike, mean: ArrayLike, sd: ArrayLike
    ) -> None:
        put = setter(self)
        put("wave", whole(wave, "wave"))
        put("unit", whole(unit, "unit"))
        put("scale", whole(scale, "scale"))
        put("n", whole(n, "n"))
        put("mean", real(mean, "mean"))
        put("sd", np.asarray(sd, dtype=np.float64))
        check_lengths(wave=self.wave, unit=self.unit, scale=self.scale, n=self.n, mean=self.mean, sd=self.sd)
        check_least(self.wave, 0, "wave")
        check_least(self.unit, 0, "unit")
        check_least(self.scale, 0, "scale")
        check_least(self.n, 0, "n")
        check_points(self.mean, "mean")
        if (self.sd < 0).any():
            raise ValueError(f"sd must not be negative; got {self.sd[self.sd < 0][0]}")


Panel = Answers | Scores | Summaries
