"""Evidence for a drift in one series: every onset, shape and size, weighed against none.

For each hypothesis the score S and the information I are sums over waves; a change of δ points has likelihood ratio
exp(δS − δ²I/2). It is averaged over sizes and shapes and summed over onsets (Shiryaev-Roberts). The sizes are those
found within a few waves to a few years at the noise the series had at the onset, and none below the smallest change.
"""

import numba
import numpy as np

from analysis.drift.shapes import FIRST_ONSET, Grid, done_by, respond
from analysis.panel import Floats

N_SIZES = 6
ROOT_OF_TWO = float(np.sqrt(2.0))
LEAST_ERRORS = 0.7
"""Smallest size, in standard errors of one wave; it goes up by the root of two from size to size."""

HIGHEST_LOG = 690.0
FAR_END = 1.6448536269514722
"""Standard errors to the far end of a 90 % interval."""

LEAST_MERIT = 0.5
"""Log likelihood ratio at its best size below which a hypothesis counts as nothing: it saves most of the work, and can
only lower the evidence."""

LOG_SUM, MERIT, FAR = 0, 1, 2
"""What `gather` finds: log evidence; log posterior weight of the best hypothesis, up to a constant; and the far end of
the 90 % interval of what has changed so far by that hypothesis, in points."""

Whitened = tuple[Floats, Floats, Floats]
"""Innovations of variance 1, shape (n_waves,), their responses to steps, shape (n_waves, n_waves), and their third
cumulants, shape (n_waves,)."""


@numba.njit(cache=True)
def gather(news: Whitened, grid: Grid, after: int, waves: tuple[int, int], smallest: float) -> Floats:
    """Evidence for a fall and for a rise after each wave in range(*waves), shape (2, 3, n_waves).

    Only onsets after wave `after` count, and only hypotheses of at least `LEAST_MERIT`.
    """
    fresh = news[0]
    found = np.full((2, 3, fresh.size), -np.inf)
    sums, response = np.zeros((4, grid[0].size, fresh.size)), np.zeros((grid[0].size, fresh.size))
    for t in range(waves[1]):
        first = max(grid[FIRST_ONSET][t], after + 1)
        _accumulate(news, grid, t, first, response, sums)
        if t >= waves[0]:
            _weigh(sums, grid, (first, t), smallest, found)
    return found


@numba.njit(cache=True)
def sums_after(news: Whitened, grid: Grid, wave: int, after: int) -> Floats:
    """Score, information, third cumulant and first response of every hypothesis; shape (4, n_shapes, n_waves)."""
    shape = (grid[0].size, news[0].size)
    sums, response = np.zeros((4, *shape)), np.zeros(shape)
    for t in range(wave + 1):
        _accumulate(news, grid, t, max(grid[FIRST_ONSET][wave], after + 1), response, sums)
    return sums


@numba.njit(cache=True)
def _accumulate(news: Whitened, grid: Grid, t: int, first: int, response: Floats, sums: Floats) -> None:
    fresh, moved, skewness = news
    if t > 0:
        sums[3, :, t] = sums[3, 0, t - 1]
    if moved[t, t] == 0.0:
        return
    respond(moved[t], grid, t, first, response)
    sums[3, :, t] = moved[t, t]
    for k in range(response.shape[0]):
        _add_products(response[k, first : t + 1], fresh[t], sums[0, k, first:], sums[1, k, first:])
        if skewness[t] != 0.0:
            _add_cubes(response[k, first : t + 1], skewness[t], sums[2, k, first:])


@numba.njit(cache=True)
def _add_products(response: Floats, news: float, score: Floats, information: Floats) -> None:
    for onset in range(response.size):
        score[onset] += response[onset] * news
        information[onset] += response[onset] * response[onset]


@numba.njit(cache=True)
def _add_cubes(response: Floats, skewness: float, third: Floats) -> None:
    for onset in range(response.size):
        third[onset] += response[onset] * response[onset] * response[onset] * skewness


@numba.njit(cache=True)
def _weigh(sums: Floats, grid: Grid, onsets: tuple[int, int], smallest: float, found: Floats) -> None:
    """Evidence after wave onsets[1] for both directions, into `found`."""
    n_shapes, t = sums.shape[1], onsets[1]
    total = np.zeros(2)
    for onset in range(onsets[0], t + 1):
        for k in range(n_shapes):
            s, i = sums[0, k, onset], sums[1, k, onset]
            merit = 0.5 * s * s / i if i > 0.0 else 0.0
            if merit < LEAST_MERIT:
                continue
            way, sign = (1, 1.0) if s > 0.0 else (0, -1.0)
            third, least = max(sign * sums[2, k, onset], 0.0), least_size(sums[3, 0, onset], smallest)
            total[way] += sum_of_ratios(sign * s, i, third, least)
            if merit > found[way, MERIT, t]:
                found[way, MERIT, t] = merit
                found[way, FAR, t] = (abs(s) / i + FAR_END / np.sqrt(i)) * done_by(grid, k, onset, t)
    for way in range(2):
        if total[way] > 0.0:
            found[way, LOG_SUM, t] = np.log(total[way] / (n_shapes * N_SIZES))


@numba.njit(cache=True)
def least_size(response: float, smallest: float) -> float:
    """Smallest size in the mixture, in points; `response` is that of the first innovation to a step."""
    return max(smallest, LEAST_ERRORS / response) if response > 0.0 else smallest


@numba.njit(cache=True)
def sum_of_ratios(s: float, i: float, third: float, least: float) -> float:
    """Sum of the likelihood ratio over the sizes, which go up from `least` by the root of two.

    exp(δS) has mean exp(δ²I/2 + δ³κ₃/6 + …) if nothing has changed: `third` is κ₃ of S, where that is above zero.
    """
    total, size = 0.0, least
    for _ in range(2):
        lean, drag, cubed = size * s, -0.5 * size * size * i, -(size**3) * third / 6.0
        for _ in range(N_SIZES // 2):
            total += np.exp(min(lean + drag + cubed, HIGHEST_LOG))
            lean *= 2.0
            drag *= 4.0
            cubed *= 8.0
        size *= ROOT_OF_TWO
    return total
