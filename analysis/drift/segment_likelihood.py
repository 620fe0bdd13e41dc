"""How well one unknown level explains each stretch of a series whose noise remembers."""

from collections.abc import Iterator

import numpy as np

from analysis.drift.segment_noise import Filter, Noises
from analysis.panel import Floats


def stretches(values: Floats, times: Floats, noises: Noises, *, shortest: int = 1) -> Iterator[Floats]:
    """Log likelihoods of the stretches that end before 1, 2, …, by where they start.

    Yields arrays of shape (n_noises, n_starts), without stretches too short. The level has a normal prior of mean 0
    and variance 1 and is integrated out; the noise begins anew with every level. `times` may leave gaps.
    """
    running = Filter(noises, 2, values.size)
    sums = np.zeros((4, noises.memory.size, values.size))
    gaps = np.append(np.diff(times), 0.0)
    for stop, (value, gap) in enumerate(zip(values, gaps, strict=True), start=1):
        (rest, level), spread = running.news(np.array([value, 1.0]), stop)
        sums[..., :stop] += np.array([level**2 / spread, level * rest / spread, rest**2 / spread, np.log(spread)])
        yield _level_integrated_out(sums[..., : max(stop - shortest + 1, 0)], stop, noises)
        running.age(gap, stop)


def _level_integrated_out(sums: Floats, stop: int, noises: Noises) -> Floats:
    levels, pull, misfit, spread = sums[:, noises.kind]
    length = stop - np.arange(levels.shape[1])
    variance = noises.variance
    certain = levels + variance
    unit = length * np.log(2 * np.pi * variance) - np.log(variance)
    return np.asarray(-0.5 * ((misfit - pull**2 / certain) / variance + np.log(certain) + spread + unit))


def straight_line(values: Floats, times: Floats, noises: Noises) -> Floats:
    """Log likelihood of the whole series as a straight line with noise, shape (n_noises,).

    Level and slope have normal priors of mean 0 and variance 1, the slope per standard deviation of the times.
    """
    running = Filter(noises, 3, 1)
    line = (times - times.mean()) / times.std()
    products = np.zeros((noises.memory.size, 3, 3))
    spreads = np.zeros(noises.memory.size)
    for value, slope, gap in zip(values, line, np.append(np.diff(times), 0.0), strict=True):
        news, spread = running.news(np.array([1.0, slope, value]), 1)
        products += np.einsum("ik,jk->kij", news[..., 0] / spread[:, 0], news[..., 0])
        spreads += np.log(spread[:, 0])
        running.age(gap, 1)
    scaled = products[noises.kind] / noises.variance[:, :, None]
    precision = scaled[:, :2, :2] + np.eye(2)
    pull = scaled[:, :2, 2:]
    explained = (pull * np.linalg.solve(precision, pull)).sum(axis=(1, 2))
    spread_all = values.size * np.log(2 * np.pi * noises.variance[:, 0]) + spreads[noises.kind]
    return np.asarray(-0.5 * (scaled[:, 2, 2] - explained + spread_all + np.linalg.slogdet(precision)[1]))
