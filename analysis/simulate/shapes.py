"""Shapes of companies that are not regular."""

from statistics import NormalDist

import numpy as np


def uneven_tree(depth: int, n_teams: int = 60) -> tuple[int, ...]:
    """Parents of a tree whose deepest team is at `depth` and others at every depth from 1.

    About 70 % of a unit's teams sit together in one unit below it, half of the others directly in it, and the rest in
    a shallow unit of their own: so chains of units share most of their people.
    """
    parent = [-1]
    _divide(parent, 0, n_teams, depth)
    return tuple(parent)


def _divide(parent: list[int], unit: int, n_teams: int, depth: int) -> None:
    """Append what is below a unit."""
    if depth <= 1 or n_teams <= 2:
        parent.extend([unit] * n_teams)
        return
    deep = max(round(0.7 * n_teams), 2)
    shallow = (n_teams - deep) // 2
    for part, below in ((deep, depth - 1), (shallow, 1)):
        if part > 1:
            parent.append(unit)
            _divide(parent, len(parent) - 1, part, below)
    parent.extend([unit] * (n_teams - deep - (shallow if shallow > 1 else 0)))


def log_normal_sizes(n_teams: int = 60, n_people: int = 600, spread: float = 0.7) -> tuple[int, ...]:
    """People of each team: the quantiles of a log-normal distribution, in an order that mixes large and small."""
    normal = NormalDist(0, spread)
    sizes = np.exp([normal.inv_cdf((rank + 0.5) / n_teams) for rank in range(n_teams)])
    # Rounding the running total keeps the sum exact.
    total = np.rint(np.cumsum(sizes) * n_people / sizes.sum()).astype(int)
    whole = np.maximum(np.diff(total, prepend=0), 1)
    whole[-1] += n_people - whole.sum()
    order = np.argsort(np.arange(n_teams) * 0.6180339887 % 1.0)
    return tuple(int(size) for size in whole[order])
