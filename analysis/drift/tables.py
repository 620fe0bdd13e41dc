"""Score and information of one node after one wave: what its series says of every onset and shape."""

from dataclasses import dataclass

from analysis.panel import Floats


@dataclass(frozen=True, slots=True)
class Tables:
    """What dating and detectability are read from.

    Attributes
    ----------
    score, information, third : ndarray of float, shape (n_models, n_shapes, n_onsets)
        Third is the third cumulant of the score. Models differ in the size of the company's shocks (one model below
        the root).
    response : ndarray of float, shape (n_models, n_onsets)
        Of the first innovation to a step that begins there, per point.
    log_fit : ndarray of float, shape (n_models,)
        Log weight of each model, up to a constant.
    """

    score: Floats
    information: Floats
    third: Floats
    response: Floats
    log_fit: Floats
