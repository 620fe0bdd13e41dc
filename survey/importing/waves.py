"""Waves in time order: numbers, dates or, where neither fits, as they are first met."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from survey.importing.dates import Moment, bin_label, looks_like_a_date, read_moment
from survey.importing.survey_map import WaveSettings

_USUAL = (1, 2, 3, 4, 6, 12, 13, 26, 52, 365)
_DEFAULT_PER_YEAR = 12.0


@dataclass(frozen=True, slots=True)
class WaveOrder:
    """Waves in time order.

    `number` is the wave of each label of the file, −1 where the label cannot be read (`wanted` says what could);
    `years` is when the waves were, none where only their order is known.
    """

    number: NDArray[np.int64]
    labels: tuple[str, ...]
    years: NDArray[np.float64] | None
    per_year: float
    wanted: str
    warnings: tuple[str, ...] = ()


def order_waves(labels: Sequence[str], first_row: NDArray[np.int64], settings: WaveSettings) -> WaveOrder:
    """Put the wave labels of a file in order; `first_row` says where each is met first."""
    if settings.order is not None:
        return _as_listed(labels, settings.order, settings.per_year)
    moments = [read_moment(label) for label in labels]
    if settings.bin is not None:
        names = ["" if moment is None else bin_label(moment, settings.bin) for moment in moments]
        return _by_date(names, [read_moment(name) for name in names], first_row, settings.per_year)
    numbers = [_number(label) for label in labels]
    dated = sum(moment is not None for moment in moments)
    if dated == len(labels) or not _all(numbers):
        if 2 * dated >= len(labels) or any(looks_like_a_date(label) for label in labels):
            return _by_date(labels, moments, first_row, settings.per_year)
        return _as_met(labels, first_row, settings.per_year)
    return _by_number(labels, numbers, first_row, settings.per_year)


def _all(numbers: list[float | None]) -> bool:
    return all(number is not None for number in numbers)


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _by_date(
    names: Sequence[str], moments: list[Moment | None], first_row: NDArray[np.int64], per_year: float | None
) -> WaveOrder:
    weekly = any(moment is not None and moment.span == "week" for moment in moments)
    in_years = [_years(moment, weekly=weekly) for moment in moments]
    number, labels, years = _merge(names, in_years, first_row)
    rate = per_year or _rate(years)
    return WaveOrder(number, labels, years, rate, "an ISO date (2024, 2024-05, 2024-05-31)")


def _years(moment: Moment | None, *, weekly: bool) -> float | None:
    return None if moment is None else Moment(moment.day, "week" if weekly else moment.span).years


def _by_number(
    names: Sequence[str], numbers: list[float | None], first_row: NDArray[np.int64], per_year: float | None
) -> WaveOrder:
    number, labels, values = _merge(names, numbers, first_row)
    rate = per_year or _DEFAULT_PER_YEAR
    return WaveOrder(number, labels, values / rate, rate, "a number", _assumed(per_year, len(labels)))


def _as_met(names: Sequence[str], first_row: NDArray[np.int64], per_year: float | None) -> WaveOrder:
    number, labels, _ = _merge(names, [float(row) for row in first_row], first_row)
    rate = per_year or _DEFAULT_PER_YEAR
    return WaveOrder(number, labels, None, rate, "a wave", _assumed(per_year, len(labels)))


def _as_listed(names: Sequence[str], order: Sequence[str], per_year: float | None) -> WaveOrder:
    known = set(names)
    held = [name for name in dict.fromkeys(order) if name in known]
    place = {name: wave for wave, name in enumerate(held)}
    number = np.array([place.get(name, -1) for name in names], dtype=np.int64)
    wanted = f"one of the waves of the map ({', '.join(order[:6])}{', …' if len(order) > 6 else ''})"
    rate = per_year or _DEFAULT_PER_YEAR
    return WaveOrder(number, tuple(held), None, rate, wanted, _assumed(per_year, len(held)))


def _assumed(per_year: float | None, n_waves: int) -> tuple[str, ...]:
    if per_year is not None or n_waves < 2:
        return ()
    return (f"Nothing says how many waves there are in a year; {_DEFAULT_PER_YEAR:g} are assumed.",)


def _merge(
    names: Sequence[str], values: Sequence[float | None], first_row: NDArray[np.int64]
) -> tuple[NDArray[np.int64], tuple[str, ...], NDArray[np.float64]]:
    """One wave per distinct value, under the name that is met first."""
    known = sorted({value for value in values if value is not None})
    place = {value: wave for wave, value in enumerate(known)}
    number = np.array([-1 if value is None else place[value] for value in values], dtype=np.int64)
    labels = [""] * len(known)
    for label in np.argsort(-first_row, kind="stable"):
        if number[label] >= 0:
            labels[number[label]] = _plain(names[label])
    return number, tuple(labels), np.array(known, dtype=np.float64)


def _plain(name: str) -> str:
    """A number that another program wrote as 2018.0 is 2018 to its reader."""
    whole, _, fraction = name.partition(".")
    return whole if whole.lstrip("-").isdigit() and fraction and not fraction.strip("0") else name


def _rate(years: NDArray[np.float64]) -> float:
    """Waves in a year, from the usual distance of two."""
    if years.size < 2:
        return _DEFAULT_PER_YEAR
    rate = 1 / float(np.median(np.diff(years)))
    near = min(_USUAL, key=lambda usual: abs(usual - rate))
    return float(near) if abs(near - rate) < 0.1 * near else rate
