"""Whether the people of a unit agree: rwg(j)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement within each unit.

    Attributes
    ----------
    group : ndarray of int, shape (n_groups,)
        The units, ascending.
    n : ndarray of int, shape (n_groups,)
        Persons used.
    rwg : ndarray of float, shape (n_groups,)
        rwg(j), 0–1; nan for a unit with fewer than two persons.
    """

    group: Ints
    n: Ints
    rwg: Floats


def rwg_j(items: ArrayLike, groups: ArrayLike, *, null_variance: float) -> Agreement:
    """Agreement on a scale of several items within each unit, against answers given at random.

    To decide whether a unit's mean speaks for its people. Not a reliability: it does not look at other units.

    Parameters
    ----------
    items : array_like of float, shape (n_persons, n_items)
        Answers, all items on one answer scale, reversed items already turned round. Persons with a missing answer
        (nan) are left out.
    groups : array_like of int, shape (n_persons,)
        The unit of each person.
    null_variance : float
        Variance of answers that show no agreement, above 0; `uniform_variance` for answers spread evenly.

    Returns
    -------
    Agreement
        One row per unit.

    Raises
    ------
    ValueError
        If shapes do not fit or `null_variance` is not above 0.
    InsufficientData
        If nobody answered all items.

    Notes
    -----
    With s² the mean of the items' variances in the unit, q = 1 − s²/null and J items,
    rwg(j) = J q / (J q + 1 − q); 0 where s² exceeds the null variance. The evenly spread null is a strict one in
    name only: real answers without agreement lean to one side, which makes rwg look high.

    References
    ----------
    James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and without
    response bias. Journal of Applied Psychology, 69, 85-98.

    Examples
    --------
    >>> rwg_j([[4, 5], [5, 5], [4, 4]], [7, 7, 7], null_variance=uniform_variance(5)).rwg.round(6).tolist()
    [0.909091]
    """
    matrix, labels = np.asarray(items, dtype=np.float64), np.asarray(groups)
    if matrix.ndim != 2 or labels.shape != matrix.shape[:1]:
        raise ValueError(
            f"items must have shape (n_persons, n_items), groups (n_persons,); got {matrix.shape}, {labels.shape}"
        )
    if not null_variance > 0:
        raise ValueError(f"null_variance must be above 0; got {null_variance}")
    complete = np.isfinite(matrix).all(axis=1)
    if not complete.any():
        raise InsufficientData("nobody answered all items")
    group, row = np.unique(labels[complete], return_inverse=True)
    n = np.bincount(row)
    kept = 1 - _mean_variance(matrix[complete], row, n) / null_variance
    agreeing = matrix.shape[1] * np.maximum(kept, 0)
    rwg = np.where(kept > 0, agreeing / (agreeing + 1 - kept), np.where(n > 1, 0.0, np.nan))
    return Agreement(group.astype(np.int64), n.astype(np.int64), rwg)


def uniform_variance(n_options: int) -> float:
    """Variance of answers spread evenly over the options of an answer scale: the usual null of `rwg_j`.

    Parameters
    ----------
    n_options : int
        Options 1 … n_options, at least 2.

    Returns
    -------
    float
        (n_options² − 1) / 12.

    Raises
    ------
    ValueError
        If there are fewer than two options.

    Examples
    --------
    >>> uniform_variance(5)
    2.0
    """
    if n_options < 2:
        raise ValueError(f"an answer scale has at least two options; got {n_options}")
    return (n_options**2 - 1) / 12


def _mean_variance(matrix: Floats, row: Ints, n: Ints) -> Floats:
    """Mean of the items' variances in each group, nan for one person."""
    square = np.zeros(n.size)
    for item in matrix.T:
        middle = np.bincount(row, item) / n
        square += np.bincount(row, (item - middle[row]) ** 2)
    spare = (n - 1) * matrix.shape[1]
    return np.asarray(np.divide(square, spare, out=np.full(n.size, np.nan), where=spare > 0))
