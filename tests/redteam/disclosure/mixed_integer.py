"""A judge: is there a combination of published numbers about fewer than k people? By a mixed-integer program."""

from collections.abc import Iterator

import numpy as np
from scipy.linalg import null_space, qr
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from tests.redteam.disclosure.published import Floats, Kinds, Mask, Published, kinds

ZERO = 1e-7


def exposed_by_program(published: Published, *, k: int) -> int:
    """Fewest people that a combination is about, if they are fewer than k; else 0."""
    found = kinds(published)
    silent = _silent(found, k=k)
    if silent.all():
        return 0
    support = _lightest(found, silent, k=k)
    if support is None:
        return 0
    assert found.isolates(support), "the program found what is none: numbers too near to zero"
    return found.people_in(support)


def _silent(found: Kinds, *, k: int) -> Mask:
    """Kinds of answers on which every combination about fewer than k people is zero.

    They are those that k people gave; then, among combinations that are zero there, those whose weight is always
    proportional to that of others, if k people gave one of these; and so on.
    """
    silent = found.concerned >= k
    while True:
        free = null_space(found.rows[:, silent].T) if silent.any() else np.eye(len(found.rows))
        more = silent.copy()
        for alike in _proportional(free.T @ found.rows):
            more[alike] |= found.people_in(alike) >= k
        more |= np.abs(free.T @ found.rows).max(axis=0, initial=0) < ZERO
        if (more == silent).all():
            return silent
        silent = more


def _proportional(values: Floats) -> Iterator[Mask]:
    """Sets of columns that are multiples of each other."""
    size = np.sqrt((values**2).sum(axis=0))
    kept = np.flatnonzero(size > ZERO)
    directions = values[:, kept] / size[kept]
    alike = np.abs(directions.T @ directions) > 1 - ZERO
    for column in np.flatnonzero(~np.tril(alike, -1).any(axis=1)):
        group = np.zeros(size.size, np.bool_)
        group[kept[alike[column]]] = True
        yield group


def _lightest(found: Kinds, silent: Mask, *, k: int) -> Mask | None:
    """The kinds in the support of the combination about the fewest people; None if all are about at least k.

    Variables: the combination (scaled so that its largest weight is 1), whether each sort of people is concerned, and
    which kind has the weight 1.
    """
    rows, loud = _independent(found.rows), np.flatnonzero(~silent)
    has = found.has[:, loud]
    sorts = np.flatnonzero(has.any(axis=1) & (found.people < k))
    n_rows, n_sorts, n_kinds = len(rows), sorts.size, loud.size
    few = np.concatenate((np.zeros(n_rows), found.people[sorts], np.zeros(n_kinds)))
    whole = np.concatenate((np.zeros(n_rows), np.ones(n_sorts + n_kinds)))
    unbound = np.where(whole > 0, 1, np.inf)
    result = milp(
        few,
        constraints=[
            *_only_those_concerned(rows, loud, has[sorts]),
            *_one_weight_is_one(rows, loud, n_sorts),
            LinearConstraint(few[None], 1, k - 1),
        ],
        integrality=whole,
        bounds=Bounds(np.where(whole > 0, 0, -np.inf), unbound),
    )
    if result.x is None:
        assert result.status == 2, result.message
        return None
    return np.asarray(np.abs(result.x[:n_rows] @ rows) > 1e-5)


def _only_those_concerned(rows: Floats, loud: Mask, has: Mask) -> Iterator[LinearConstraint]:
    """No weight beyond −1 and 1 on answers of people concerned, and none on other answers."""
    sort, kind = np.nonzero(has)
    weight = csr_array(rows[:, loud[kind]].T)
    concerned = csr_array((np.ones(sort.size), (np.arange(sort.size), sort)), shape=(sort.size, len(has)))
    none = csr_array((sort.size, loud.size))
    yield LinearConstraint(vstack([hstack([weight, -concerned, none]), hstack([-weight, -concerned, none])]), ub=0)
    silent = np.delete(rows, loud, axis=1)
    yield LinearConstraint(hstack([csr_array(silent.T), csr_array((silent.shape[1], len(has) + loud.size))]), 0, 0)


def _one_weight_is_one(rows: Floats, loud: Mask, n_sorts: int) -> Iterator[LinearConstraint]:
    weight = csr_array(rows[:, loud].T)
    yield LinearConstraint(hstack([weight, csr_array((loud.size, n_sorts)), -2 * eye_array(loud.size)]), lb=-1)
    yield LinearConstraint(np.r_[np.zeros(len(rows) + n_sorts), np.ones(loud.size)][None], 1, 1)


def _independent(rows: Floats) -> Floats:
    """As many of the rows as are needed to make all the others."""
    _, triangle, turn = qr(rows.T, pivoting=True, mode="economic")
    return rows[np.sort(turn[: int((np.abs(np.diag(triangle)) > ZERO).sum())])]
