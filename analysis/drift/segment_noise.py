"""The noises a level may hide in: errors that are forgotten, and wandering that is remembered."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats, Ints

# How much the wandering part remembers from one time to the next, up to nearly a random walk, and which share of the
# variance is error. A negative memory is taken as none, which errs towards finding nothing.
MEMORIES = (0.3, 0.6, 0.8, 0.92, 0.97, 0.99)
ERRORS = (0.0, 0.5, 0.8)
# Long-run standard deviations of the noise, where that of the series is 1; steps of a fifth. A random walk seen for
# a short while has a long-run spread of several times that of the series.
SIZES = np.exp(np.arange(np.log(0.01), np.log(5.0), 0.2))


@dataclass(frozen=True, slots=True)
class Noises:
    """Noises of several kinds, each in several sizes.

    Attributes
    ----------
    memory, error : ndarray of float, shape (n_kinds, 1)
        Memory of the wandering part, and share of the variance that is error.
    kind : ndarray of int, shape (n_noises,)
        Kind of each noise.
    variance : ndarray of float, shape (n_noises, 1)
        Long-run variance of each noise.
    """

    memory: Floats
    error: Floats
    kind: Ints
    variance: Floats

    def of(self, chosen: NDArray[np.intp]) -> "Noises":
        return Noises(self.memory, self.error, self.kind[chosen], self.variance[chosen])

    def autocorrelation(self, noise: int) -> float:
        """Correlation of one noise with itself one time later."""
        kind = self.kind[noise]
        return float(self.memory[kind, 0] * (1 - self.error[kind, 0]))


def noise_grid() -> Noises:
    """Return errors alone, and every memory with every share of error, in every size."""
    kinds = [(0.0, 0.0), *((memory, error) for memory in MEMORIES for error in ERRORS)]
    memory, error = np.array(kinds).T[:, :, None]
    kind = np.repeat(np.arange(len(kinds)), SIZES.size)
    return Noises(memory, error, kind, np.tile(SIZES**2, len(kinds))[:, None])


class Filter:
    """Kalman filters of the wandering part for every kind of noise of variance 1, on several channels at once.

    Every start has a filter of its own, which knows nothing of what was before.
    """

    __slots__ = ("_expected", "_noises", "_variance")

    def __init__(self, noises: Noises, n_channels: int, n_starts: int) -> None:
        shape = (noises.memory.size, n_starts)
        self._noises = noises
        self._expected = np.zeros((n_channels, *shape))
        self._variance = np.ones(shape) * (1 - noises.error)

    def news(self, channels: Floats, n_started: int) -> tuple[Floats, Floats]:
        """What the channels' next values add to what was expected, and the variance of that; learns from it."""
        expected, variance = self._expected[..., :n_started], self._variance[:, :n_started]
        spread = variance + self._noises.error
        news = channels[:, None, None] - expected
        expected += variance / spread * news
        variance *= self._noises.error / spread
        return news, spread

    def age(self, gap: float, n_started: int) -> None:
        """Go on to the next value, `gap` times later."""
        kept = self._noises.memory**gap
        self._expected[..., :n_started] *= kept
        variance = self._variance[:, :n_started]
        variance *= kept**2
        variance += (1 - kept**2) * (1 - self._noises.error)
