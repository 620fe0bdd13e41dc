"""Lines of many groups: the restricted likelihood of their covariance, and its maximum."""

from dataclasses import dataclass

import numpy as np

from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class LineSums:
    """All that the likelihood needs, with X of 1 and time: X'WX (2 × 2) for each pattern of times that groups have.

    Of the groups of a pattern their number, the sum of m = X'Wy and of m m'; of all groups y'Wy.
    """

    gram: Floats
    n_groups: Ints
    moment: Floats
    product: Floats
    square: float
    n: int


@dataclass(frozen=True, slots=True)
class LineFit:
    line: Floats
    information: Floats
    square: float
    misfit: float


def line_sums(value: Floats, time: Floats, row: Ints, weight: Floats) -> tuple[LineSums, tuple[float, float], float]:
    """Sums per group, and the time and value they are taken from and the width of time, which keep the search round."""
    centre, width = float(time.mean()), float(time.std())
    if not width > 0:
        raise InsufficientData("growth needs two times")
    middle = float(np.average(value, weights=weight))
    design = np.stack([np.ones(time.size), (time - centre) / width])

    def add(columns: Floats) -> Floats:
        return np.asarray(np.bincount(row, columns), dtype=np.float64)

    gram = np.stack([np.stack([add(weight * one * other) for other in design], -1) for one in design], -1)
    moment = np.stack([add(weight * one * (value - middle)) for one in design], -1)
    of_groups = np.ones(gram.shape[0], np.int64)
    product = moment[:, :, None] * moment[:, None, :]
    sums = LineSums(gram, of_groups, moment, product, float(weight @ (value - middle) ** 2), value.size)
    return _by_pattern(sums), (centre, middle), width


def _by_pattern(sums: LineSums) -> LineSums:
    """Groups asked at the same times, put together; a thousand patterns stand for 100,000 people."""
    _, first, pattern = np.unique(sums.gram.reshape(-1, 4).round(9), axis=0, return_index=True, return_inverse=True)

    def add(values: Floats) -> Floats:
        total = np.zeros((first.size, *values.shape[1:]))
        np.add.at(total, pattern, values)
        return total

    return LineSums(
        gram=sums.gram[first],
        n_groups=np.bincount(pattern),
        moment=add(sums.moment),
        product=add(sums.product),
        square=sums.square,
        n=sums.n,
    )


def best_factor(data: LineSums) -> Floats:
    """Lower triangle L of the covariance L L′ of the groups' lines, in units of the residual variance."""
    from scipy.optimize import minimize  # noqa: PLC0415 -- weight

    def misfit(entries: Floats) -> float:
        return fit_lines(data, _triangle(entries)).misfit

    found = minimize(misfit, np.array([1.0, 0.0, 0.3]), method="BFGS", jac="3-point", options={"gtol": 1e-4})
    if not fit_lines(data, _triangle(found.x)).square > 1e-12 * data.square:
        raise InsufficientData("all values lie on their group's line exactly")
    return _triangle(found.x)


def _triangle(entries: Floats) -> Floats:
    return np.array([[entries[0], 0.0], [entries[1], entries[2]]])


def fit_lines(data: LineSums, factor: Floats) -> LineFit:
    """Generalised least squares for a given covariance, with what REML minimises (−2 log likelihood)."""
    inner = np.eye(2) + factor.T @ data.gram @ factor
    size = inner[:, 0, 0] * inner[:, 1, 1] - inner[:, 0, 1] ** 2
    turned = inner[:, ::-1, ::-1] * np.array([[1.0, -1.0], [-1.0, 1.0]])
    middle = factor @ (turned / size[:, None, None]) @ factor.T
    drawn = data.gram @ middle
    information = np.tensordot(data.n_groups, data.gram - drawn @ data.gram, axes=1)
    moment = (data.moment - (drawn @ data.moment[:, :, None])[:, :, 0]).sum(axis=0)
    line = np.linalg.solve(information, moment)
    square = data.square - float(np.sum(middle * data.product)) - line @ moment
    spread = data.n_groups @ np.log(size) + np.log(np.linalg.det(information))
    misfit = (data.n - 2) * np.log(max(square, 1e-300)) + spread
    return LineFit(line, information, float(square), float(misfit))
