"""All ways to cut a series into stretches of one level each, weighed at once."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from analysis.drift.segment_likelihood import straight_line, stretches
from analysis.drift.segment_noise import noise_grid
from analysis.panel import Floats

# Noises this many nats below the best are left out of the second pass; each carries less than a millionth of it.
NEGLIGIBLE = 14.0


@dataclass(frozen=True, slots=True)
class Dating:
    """How many changes, and when.

    Attributes
    ----------
    log_odds : float
        Natural logarithm of the odds of any change against none.
    memory : float
        Autocorrelation of the likeliest noise from one time to the next.
    at : ndarray of float, shape (n_changes, n_values)
        Probability that each change comes right before each value.
    """

    log_odds: float
    memory: float
    at: Floats


def dated(values: Floats, times: Floats, *, shortest: int, odds: float) -> Dating:
    """Count changes in a standardised series until more of them are no longer `odds` to 1, and date them.

    Every place has the same small probability of a change, one in all. A series without a change is as likely a
    straight line as a constant, so that a steady trend is no staircase.
    """
    noises = noise_grid()
    weight = -float(np.log(values.size - 1))
    any_number, constant = _any_number(
        stretches(values, times, noises, shortest=shortest), noises.kind.size, values.size, weight
    )
    likely = any_number[:, -1]
    none = float(np.logaddexp(_sum(constant), _sum(straight_line(values, times, noises))) - np.log(2))
    kept = np.flatnonzero(likely > likely.max() - NEGLIGIBLE)
    cuts = list(stretches(values, times, noises.of(kept), shortest=shortest))
    # A table of the likeliest noises' stretches is small enough to go through once for every change.
    more = _one_more(any_number[kept], cuts, weight)
    log_odds = _sum(more[:, -1]) - none
    exactly = _counted(more, cuts, weight, odds) if log_odds >= np.log(odds) else []
    return Dating(log_odds, noises.autocorrelation(int(np.argmax(likely))), _places(exactly, cuts))


def _any_number(cuts: Iterable[Floats], n_noises: int, n_values: int, weight: float) -> tuple[Floats, Floats]:
    """Log evidence of the values before each place, cut in any way, shape (n_noises, n_values + 1); and uncut."""
    evidence = np.full((n_noises, n_values + 1), -np.inf)
    evidence[:, 0] = -weight
    for stop, stretch in enumerate(cuts, start=1):
        evidence[:, stop] = _sum_rows(evidence[:, : stretch.shape[1]] + stretch) + weight
    return evidence, stretch[:, 0]


def _one_more(evidence: Floats, cuts: list[Floats], weight: float) -> Floats:
    """Log evidence with one more change, after which the last stretch follows."""
    longer = np.full_like(evidence, -np.inf)
    for stop, stretch in enumerate(cuts, start=1):
        longer[:, stop] = _sum_rows(evidence[:, 1 : stretch.shape[1]] + stretch[:, 1:]) + weight
    return longer


def _counted(more: Floats, cuts: list[Floats], weight: float, odds: float) -> list[Floats]:
    """Log evidence with exactly 0, 1, … changes, up to the number against which more are not `odds` to 1."""
    whole = np.full_like(more, -np.inf)
    for stop, stretch in enumerate(cuts, start=1):
        if stretch.shape[1]:
            whole[:, stop] = stretch[:, 0]
    exactly = [whole, _one_more(whole, cuts, weight)]
    more = _one_more(more, cuts, weight)
    while _sum(more[:, -1]) - _sum(exactly[-1][:, -1]) >= np.log(odds):
        exactly.append(_one_more(exactly[-1], cuts, weight))
        more = _one_more(more, cuts, weight)
    return exactly


def _places(exactly: list[Floats], cuts: list[Floats]) -> Floats:
    """Probability that each change comes right before each value, shape (n_changes, n_values)."""
    n_values = len(cuts)
    if not exactly:
        return np.zeros((0, n_values))
    rest = np.full_like(exactly[0], -np.inf)
    rest[:, -1] = 0.0
    places = []
    for before in exactly[-2::-1]:
        rest = _one_earlier(rest, cuts)
        joint = _sum_rows((before + rest).T)[:n_values]
        places.append(np.exp(joint - _sum(joint)))
    return np.array(places[::-1])


def _one_earlier(rest: Floats, cuts: list[Floats]) -> Floats:
    """Log evidence of the values from each place on, when one more stretch comes before the rest."""
    longer = np.full_like(rest, -np.inf)
    for stop, stretch in enumerate(cuts, start=1):
        start = longer[:, : stretch.shape[1]]
        np.logaddexp(start, stretch + rest[:, stop : stop + 1], out=start)
    return longer


def _sum(logs: Floats) -> float:
    """Logarithm of the sum of what the logarithms stand for."""
    return float(np.logaddexp.reduce(logs, initial=-np.inf))


def _sum_rows(logs: Floats) -> Floats:
    if logs.shape[1] == 0:
        return np.full(logs.shape[0], -np.inf)
    top = np.maximum(logs.max(axis=1), np.finfo(np.float64).min)
    with np.errstate(divide="ignore"):
        return np.asarray(top + np.log(np.exp(logs - top[:, None]).sum(axis=1)))
