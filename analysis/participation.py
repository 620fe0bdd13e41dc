"""Whether fewer and fewer people answer: one company's response, wave by wave."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from analysis.errors import InsufficientData
from analysis.panel import Floats
from analysis.student import share_below

FEWEST_WAVES = 6
"""Waves from which on a fall is looked for."""

LINE = 4.5
SLACK = 0.5
_FIRST = 4
_NORMAL = NormalDist()
_WAVES = (6, 8, 12, 18, 36)
_FOUND = (3.75, 3.0, 2.25, 2.0, 1.75)
"""Falls, in standard deviations between waves, of which four in five are found within six waves, after so many."""


@dataclass(frozen=True, slots=True)
class Response:
    """What is found in the response of a company.

    Attributes
    ----------
    evidence : ndarray of float, shape (n_waves,)
        The chart: 0 while nothing points to a fall; above `LINE` one is reported.
    since : int or None
        The wave, counted from 0, with which the fall that is reported now began; None without one.
    before : float or None
        Share that answered in the waves before it, 0 to 1.
    unseen : float
        A lasting fall of the share, 0 to 1, of which four in five would be found within six waves from now on.
    """

    evidence: Floats
    since: int | None
    before: float | None
    unseen: float


def watch_response(asked: ArrayLike, answered: ArrayLike) -> Response:
    """Look for a lasting fall in the share of those asked who answer.

    For one company, from its sixth wave on. Not for units: their swings are dependent, and many charts err often.

    Parameters
    ----------
    asked, answered : array_like of int, shape (n_waves,)
        People, wave by wave, the oldest first; 0 <= answered <= asked, asked > 0.

    Returns
    -------
    Response
        The chart and what follows from it.

    Raises
    ------
    ValueError
        If the counts contradict each other.
    InsufficientData
        With fewer than six waves.

    Notes
    -----
    x = log((answered + ½) / (asked − answered + ½)). From the fifth wave on x is compared with all waves before it:
    (x − mean) / (s · √(1 + 1/i)) is a t of i − 1 degrees of freedom if waves swing independently around one level, by
    however much; s is never below the binomial error. As normal scores u these run into a chart for falls,
    c = max(0, c − u − ½), with a line at 4.5. Reported wrongly in at most one of ten companies within 60 waves; where
    response swings in long waves (correlation 0.3 between neighbours), in up to one of three.

    References
    ----------
    Hawkins, D. M. (1987). Self-starting CUSUM charts for location and scale. The Statistician, 36, 299-316.

    Examples
    --------
    >>> watch_response([100] * 8, [72, 70, 73, 71, 70, 72, 71, 70]).since is None
    True
    >>> watch_response([600] * 9, [430, 424, 436, 428, 421, 433, 360, 352, 348]).since
    6
    """
    whole, some = np.asarray(asked, dtype=np.float64), np.asarray(answered, dtype=np.float64)
    if whole.ndim != 1 or whole.shape != some.shape or not ((some >= 0) & (some <= whole) & (whole > 0)).all():
        raise ValueError(f"got asked {asked!r} and answered {answered!r}; wanted 0 <= answered <= asked by wave")
    if whole.size < FEWEST_WAVES:
        raise InsufficientData(f"a fall of response needs {FEWEST_WAVES} waves; got {whole.size}")
    logit = np.log((some + 0.5) / (whole - some + 0.5))
    error = np.sqrt(1 / (some + 0.5) + 1 / (whole - some + 0.5))
    evidence = _chart(_scores(logit, error))
    since = int(np.flatnonzero(evidence == 0)[-1]) + 1 if evidence[-1] > LINE else None
    before = None if since is None else float(some[:since].sum() / whole[:since].sum())
    return Response(evidence, since, before, _unseen(logit, error, since))


def _scores(logit: Floats, error: Floats) -> Floats:
    """Normal scores of each wave among those before it; 0 for the first waves."""
    waves = np.arange(_FIRST, logit.size)
    swing = np.array([logit[:wave].std(ddof=1) for wave in waves])
    spread = np.maximum(swing, error[_FIRST:]) * np.sqrt(1 + 1 / waves)
    surprise = logit[_FIRST:] - np.array([logit[:wave].mean() for wave in waves])
    shares = [share_below(float(ratio), int(wave) - 1) for ratio, wave in zip(surprise / spread, waves, strict=True)]
    scores = np.zeros(logit.size)
    scores[_FIRST:] = [_NORMAL.inv_cdf(share) for share in np.clip(shares, 1e-12, 1 - 1e-12).tolist()]
    return scores


def _chart(scores: Floats) -> Floats:
    evidence, so_far = np.zeros(scores.size), 0.0
    for wave in range(_FIRST, scores.size):
        so_far = max(0.0, so_far - float(scores[wave]) - SLACK)
        evidence[wave] = so_far
    return evidence


def _unseen(logit: Floats, error: Floats, since: int | None) -> float:
    """From the level of the last waves down, by as much as is found after so many waves."""
    level = float(logit[since:].mean() if since is not None else logit.mean())
    usual = logit[:since]
    spread = max(float(usual.std(ddof=1)), float(error.mean()))
    fall = spread * float(np.interp(logit.size, _WAVES, _FOUND))
    return float(1 / (1 + np.exp(-level)) - 1 / (1 + np.exp(fall - level)))
