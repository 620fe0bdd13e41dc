"""The shapes a drift may have, and the onsets that are considered."""

from dataclasses import dataclass
from typing import Final

import numba
import numpy as np

from analysis.panel import Floats, Ints

RAMP_MONTHS = (6.0, 12.0, 36.0)
ONSET_MONTHS = 36.0
LEAST_ONSETS = 6

Grid = tuple[Floats, Floats, Ints, Floats, Floats, Ints]
"""Of `Shapes`, for compiled loops: length, months, full; parts added in the first and in the last wave; first_onset."""

FIRST_ONSET: Final = 5


@dataclass(frozen=True, slots=True)
class Shapes:
    """Steps and ramps, by the wave in which they begin.

    Attributes
    ----------
    length : ndarray of float, shape (n_shapes,)
        Months until the change is complete; 0 is a step, which comes first.
    rise : ndarray of float, shape (n_shapes, n_waves, n_waves)
        Part of the change that is added in the wave of the last axis, if it began in that of the middle one.
    months : ndarray of float, shape (n_waves,)
        Time of each wave.
    full : ndarray of int, shape (n_shapes, n_waves)
        Wave in which the change is complete, by the wave in which it begins; n_waves where it never is.
    first_onset : ndarray of int, shape (n_waves,)
        Earliest onset that is considered after each wave.
    """

    length: Floats
    rise: Floats
    months: Floats
    full: Ints
    first_onset: Ints

    @property
    def grid(self) -> Grid:
        waves = np.arange(self.months.size)
        begun = np.ascontiguousarray(self.rise[:, waves, waves])
        at = np.minimum(self.full, waves.size - 1)[..., None]
        ended = np.take_along_axis(self.rise, at, axis=2)[..., 0] if waves.size else begun
        return self.length, self.months, self.full, begun, ended, self.first_onset

    def until(self, wave: int) -> "Shapes":
        """The same for the waves before this one."""
        rise = np.ascontiguousarray(self.rise[:, :wave, :wave])
        full = np.minimum(self.full[:, :wave], wave)
        return Shapes(self.length, rise, self.months[:wave].copy(), full, self.first_onset[:wave].copy())


def shapes(months: Floats, spacing: float) -> Shapes:
    """Steps and ramps for waves at these times; ramps no longer than one spacing are steps and left out."""
    lengths = np.array([0.0, *(length for length in RAMP_MONTHS if length > 1.5 * spacing)])
    n_waves = months.size
    rise = np.zeros((lengths.size, n_waves, n_waves))
    full = np.full((lengths.size, n_waves), n_waves)
    for k, length in enumerate(lengths.tolist()):
        for onset in range(n_waves):
            passed = months[onset:] - months[onset] + spacing
            done = np.minimum(passed / length, 1.0) if length > 0 else np.ones(passed.size)
            rise[k, onset, onset] = done[0]
            rise[k, onset, onset + 1 :] = done[1:] - done[:-1]
            full[k, onset] = onset + int(np.searchsorted(done, 1.0))
    recent = np.searchsorted(months, months - ONSET_MONTHS)
    first_onset = np.minimum(recent, np.maximum(np.arange(n_waves) - LEAST_ONSETS + 1, 0))
    return Shapes(lengths, rise, months, full, first_onset)


@numba.njit(cache=True)
def respond(row: Floats, grid: Grid, t: int, first: int, out: Floats) -> None:
    """Responses of one innovation to every shape that began in `first` … t; out is of shape (n_shapes, n_waves).

    `row` holds its responses to steps. A ramp is the mean of consecutive steps, weighted by the time between waves, so
    that running sums of these give all ramps.
    """
    length, months, full, begun, ended, _ = grid
    run = np.zeros(t + 1)
    for a in range(first + 1, t + 1):
        run[a] = run[a - 1] + (months[a] - months[a - 1]) * row[a]
    out[0, first : t + 1] = row[first : t + 1]
    for k in range(1, length.size):
        _begin(begun[k, first : t + 1], row[first:], run[first:], 1.0 / length[k], out[k, first:])
        onset = first
        while onset <= t and full[k, onset] <= t:
            end = full[k, onset]
            out[k, onset] += run[max(end - 1, onset)] / length[k]
            if end > onset:
                out[k, onset] += ended[k, onset] * row[end]
            onset += 1
        for later in range(onset, t + 1):
            out[k, later] += run[t] / length[k]


@numba.njit(cache=True)
def _begin(begun: Floats, row: Floats, run: Floats, pace: float, out: Floats) -> None:
    for onset in range(begun.size):
        out[onset] = begun[onset] * row[onset] - pace * run[onset]


@numba.njit(cache=True)
def done_by(grid: Grid, k: int, onset: int, t: int) -> float:
    """Part of the change that has happened by wave t."""
    length, months, full, begun, _, _ = grid
    if t >= full[k, onset]:
        return 1.0
    return float(begun[k, onset] + (months[t] - months[onset]) / length[k])
