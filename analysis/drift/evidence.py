"""Evidence for a drift in one series: every onset, shape and size, weighed against none.

For each hypothesis the score S and the information I are sums over waves; a change of δ points has likelihood ratio
exp(δS − δ²I/2). It is averaged over sizes and shapes and summed over onsets (Shiryaev-Roberts).
"""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.panel import Floats, Ints

RAMP_MONTHS = (6.0, 12.0, 36.0)
ONSET_MONTHS = 36.0
LEAST_ONSETS = 6
N_SIZES = 6
HIGHEST_LOG = 690.0
FAR_END = 1.6448536269514722
"""Standard errors to the far end of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes a drift may have, and the onsets that are considered.

    Attributes
    ----------
    months : ndarray of float, shape (n_shapes,)
        Time until the change is complete; 0 is a step.
    rise : ndarray of float, shape (n_shapes, n_waves, n_waves)
        Part of the change that is added in the wave of the last axis, if it began in that of the middle one.
    first_onset : ndarray of int, shape (n_waves,)
        Earliest onset that is considered after each wave.
    """

    months: Floats
    rise: Floats
    first_onset: Ints


def shapes(months: Floats, spacing: float) -> Shapes:
    """Steps and ramps for waves at these times; ramps no longer than one spacing are steps and left out."""
    lengths = np.array([0.0, *(length for length in RAMP_MONTHS if length > 1.5 * spacing)])
    n_waves = months.size
    rise = np.zeros((lengths.size, n_waves, n_waves))
    for k, length in enumerate(lengths.tolist()):
        for onset in range(n_waves):
            passed = months[onset:] - months[onset] + spacing
            done = np.minimum(passed / length, 1.0) if length > 0 else np.ones(passed.size)
            rise[k, onset, onset] = done[0]
            rise[k, onset, onset + 1 :] = done[1:] - done[:-1]
    recent = np.searchsorted(months, months - ONSET_MONTHS)
    return Shapes(lengths, rise, np.minimum(recent, np.maximum(np.arange(n_waves) - LEAST_ONSETS + 1, 0)))


@numba.njit(cache=True)
def tabulate(fresh: Floats, moved: Floats, rise: Floats, score: Floats, information: Floats) -> None:
    """Add to score and information, shape (n_waves, n_shapes, n_onsets), running over waves (first axis)."""
    n_waves = fresh.size
    for t in range(n_waves):
        for k in range(rise.shape[0]):
            for onset in range(n_waves):
                if t > 0:
                    score[t, k, onset] = score[t - 1, k, onset]
                    information[t, k, onset] = information[t - 1, k, onset]
                if onset > t:
                    continue
                response = 0.0
                if k == 0:
                    response = moved[t, onset]
                else:
                    for a in range(onset, t + 1):
                        if rise[k, onset, a] == 0.0:
                            break
                        response += rise[k, onset, a] * moved[t, a]
                score[t, k, onset] += response * fresh[t]
                information[t, k, onset] += response * response


@numba.njit(cache=True)
def weigh(
    score: Floats,
    information: Floats,
    log_fit: Floats,
    rise: Floats,
    first_onset: Ints,
    after: int,
    waves: tuple[int, int],
    smallest: float,
) -> tuple[Floats, Floats]:
    """Logarithms of the evidence for a fall and for a rise after each wave in range(*waves), shape (n_waves,) each.

    score, information : shape (n_models, n_waves, n_shapes, n_onsets); log_fit : (n_models, n_waves), the log
    likelihood plus log prior of each model of the shocks. Only onsets after wave `after` count, and a direction only
    if by its best hypothesis the far end of the 90 % interval of what has changed so far reaches `smallest`.
    """
    n_waves = score.shape[1]
    down, up = np.full(n_waves, -np.inf), np.full(n_waves, -np.inf)
    done = np.zeros(rise.shape[:2])
    for t in range(waves[1]):
        done += rise[:, :, t]
        if t < waves[0]:
            continue
        weight = np.exp(log_fit[:, t] - log_fit[:, t].max())
        weight /= weight.sum()
        first = max(first_onset[t], after + 1)
        falls, far_falls = _sum_one_way(score[:, t], information[:, t], weight, done, (first, t), smallest, -1.0)
        rises, far_rises = _sum_one_way(score[:, t], information[:, t], weight, done, (first, t), smallest, 1.0)
        if far_falls >= smallest and falls > 0.0:
            down[t] = np.log(falls)
        if far_rises >= smallest and rises > 0.0:
            up[t] = np.log(rises)
    return down, up


@numba.njit(cache=True)
def _sum_one_way(
    score: Floats,
    information: Floats,
    weight: Floats,
    done: Floats,
    onsets: tuple[int, int],
    smallest: float,
    sign: float,
) -> tuple[float, float]:
    """Evidence in one direction, and the far end of the interval of what has changed by the best hypothesis, points."""
    n_models, n_shapes, _ = score.shape
    total, best, far = 0.0, -1.0, 0.0
    for onset in range(onsets[0], onsets[1] + 1):
        for k in range(n_shapes):
            for g in range(n_models):
                s, i = sign * score[g, k, onset], information[g, k, onset]
                part = weight[g] / (n_shapes * N_SIZES)
                total += part * _average(s, i, smallest)
                if i > 0.0 and s >= 0.0:
                    merit = part * np.exp(min(0.5 * s * s / i, HIGHEST_LOG))
                    if merit > best:
                        best, far = merit, (s / i + FAR_END / np.sqrt(i)) * done[k, onset]
    return total, far


@numba.njit(cache=True)
def _average(s: float, i: float, smallest: float) -> float:
    """Sum over the sizes, each twice the one before, of the likelihood ratio."""
    total, size = 0.0, smallest
    largest = smallest * 2.0 ** (N_SIZES - 1)
    if largest * abs(s) < HIGHEST_LOG and largest * largest * i < HIGHEST_LOG:
        lean, drag = np.exp(smallest * s), np.exp(-0.5 * smallest * smallest * i)
        for _ in range(N_SIZES):
            total += drag * lean
            lean *= lean
            drag *= drag
            drag *= drag
    else:
        for _ in range(N_SIZES):
            total += np.exp(min(size * s - 0.5 * size * size * i, HIGHEST_LOG))
            size *= 2.0
    return total
