"""Published means as the engine's input: a mean, its sampling error, and no one known one by one."""

from dataclasses import dataclass

import numpy as np

from analysis.drift.model import LAGS, PRIOR_PEOPLE, Moments, Parameters
from analysis.drift.people import Series
from analysis.item_effects import ItemSums
from analysis.panel import Floats, Ints, Summaries

PRIOR_NOISE = 9.0
"""Variance of a mean of unknown size around its level, in points squared, until the waves say more."""

PRIOR_STEPS = 4.0
"""How many steps from wave to wave that is worth."""


TAKEN_BY_MEDIAN = 0.63
"""Of one unit's variance, what the median of few normal values takes with it (the mean takes all of it)."""


@dataclass(slots=True)
class ObservedMeans:
    """Summaries; `mean`, `people` and `variance` by seat, scale and wave, nan where there is no row."""

    n_scales: int
    units: Ints
    asked: np.typing.NDArray[np.bool_]
    epochs: Ints
    block: Ints
    moments: Moments
    mean: Floats
    people: Floats
    variance: Floats
    items: ItemSums | None = None
    totals: bool = True
    unit_shocks: tuple[float, float] = (0.001, 0.8)
    """Published units are large: teams within them average out."""

    def write(
        self, series: Series, scale: int, epoch: int, *, months: Floats, known: int, parameters: Parameters
    ) -> None:
        """Add the epoch's waves; a mean of unknown size gets the noise that its unit has shown."""
        # Waves of a carry are in the series alone, where a published mean stands as it is.
        past = np.where(series.precision[:, :known] > 0, series.value[:, :known], self.mean[:, scale, :known])
        noise = _shown_noise(past)
        for seat, wave in np.argwhere(np.isfinite(self.mean[:, scale, : months.size])).tolist():
            if self.epochs[wave] != epoch:
                continue
            usual = float(parameters.variance[scale])
            people, spread = self.people[seat, scale, wave], self.variance[seat, scale, wave]
            series.value[seat, wave] = self.mean[seat, scale, wave]
            series.response[seat, wave, : wave + 1] = 1.0
            if people > 0:
                sampling = _steadied(spread, usual, people) / people
                series.kin[seat, wave] = np.sqrt(sampling / usual)
                series.precision[seat, wave] = 1.0 / sampling
            else:
                series.precision[seat, wave] = 1.0 / noise[seat]


def _steadied(variance: float, usual: float, people: float) -> float:
    """Variance between people, drawn towards the usual one where few of them tell it."""
    if not np.isfinite(variance):
        return usual
    return (variance * (people - 1.0) + usual * PRIOR_PEOPLE) / (people - 1.0 + PRIOR_PEOPLE)


def _shown_noise(mean: Floats) -> Floats:
    """Half the mean squared step of each seat beside the others, drawn towards that of all; shape (n_seats,)."""
    steps, counts = np.zeros(mean.shape[0]), np.zeros(mean.shape[0])
    for wave in range(1, mean.shape[1]):
        move = mean[:, wave] - mean[:, wave - 1]
        both = np.isfinite(move)
        if both.sum() >= 3:
            lost = both.sum() / (both.sum() - TAKEN_BY_MEDIAN)
            steps[both] += 0.5 * lost * (move[both] - np.median(move[both])) ** 2
            counts[both] += 1.0
    pooled, total = PRIOR_NOISE * PRIOR_STEPS, PRIOR_STEPS
    for step, count in zip(steps.tolist(), counts.tolist(), strict=True):
        pooled, total = pooled + step, total + count
    return np.asarray((steps + PRIOR_STEPS * pooled / total) / (counts + PRIOR_STEPS))


def observe_means(data: Summaries, *, epochs: Ints, before: Ints, shape: tuple[int, int]) -> ObservedMeans:
    """Published means of the last waves of `epochs`; `before` and `shape` as in `observe_people`."""
    n_waves, n_scales = shape
    offset = epochs.size - n_waves
    units = np.union1d(before, data.unit).astype(np.int64)
    cells = (units.size, n_scales, epochs.size)
    place = (np.searchsorted(units, data.unit), data.scale, data.wave + offset)
    _check_once(data, np.ravel_multi_index(place, cells) if data.wave.size else data.wave)
    mean, people, variance = np.full(cells, np.nan), np.full(cells, np.nan), np.full(cells, np.nan)
    mean[place], people[place], variance[place] = data.mean, data.n, data.sd**2
    asked = np.isfinite(mean).any(axis=(0, 1))
    block = -1 - np.arange(epochs.size)
    return ObservedMeans(
        n_scales,
        units,
        asked,
        epochs,
        block,
        _moments(people[..., offset:], variance[..., offset:]),
        mean,
        people,
        variance,
    )


def _check_once(data: Summaries, cell: Ints) -> None:
    order = np.argsort(cell, kind="stable")
    twice = np.flatnonzero(cell[order][1:] == cell[order][:-1])
    if twice.size:
        row = int(order[int(twice[0])])
        raise ValueError(
            f"unit {data.unit[row]} has two rows for scale {data.scale[row]} in wave {data.wave[row]}; one is wanted"
        )


def _moments(people: Floats, variance: Floats) -> Moments:
    """Sums of squares between people, from the published standard deviations."""
    _, n_scales, n_waves = people.shape
    within, freedom, scores = (np.zeros((n_waves, n_scales)) for _ in range(3))
    known = np.isfinite(people) & np.isfinite(variance) & (people > 1)
    for seat, scale, wave in np.argwhere(known).tolist():
        within[wave, scale] += (people[seat, scale, wave] - 1.0) * variance[seat, scale, wave]
        freedom[wave, scale] += people[seat, scale, wave] - 1.0
        scores[wave, scale] += people[seat, scale, wave]
    none = np.zeros((n_waves, n_scales, LAGS.size))
    return Moments(within, freedom, scores, scores, none, none, 0.0 * within, 0.0 * within)
