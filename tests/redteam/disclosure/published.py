"""Published sums as a matrix: a row for each number, a column for each kind of answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Published:
    """What a reader knows: sums of answers.

    Attributes
    ----------
    rows : ndarray of int8, shape (n_rows, n_answers)
        Which answers each published number sums.
    person : ndarray of int, shape (n_answers,)
        Whose answer it is.
    said : ndarray of int, shape (n_answers,)
        1 to 5; the reader sees none of them, only `rows @ said`.
    """

    rows: NDArray[np.int8]
    person: Ints
    said: Ints


@dataclass(frozen=True, slots=True)
class Kinds:
    """Answers that enter the same numbers are of one kind; people with the same kinds of answers are of one sort.

    Attributes
    ----------
    rows : ndarray of float, shape (n_rows, n_kinds)
        Which kinds each number sums.
    has : ndarray of bool, shape (n_sorts, n_kinds)
        Which kinds of answers people of a sort gave.
    people : ndarray of int, shape (n_sorts,)
        How many people are of each sort.
    of : ndarray of int, shape (n_answers,)
        Kind of each answer.
    """

    rows: Floats
    has: Mask
    people: Ints
    of: Ints

    @property
    def concerned(self) -> Ints:
        """People who gave an answer of each kind, shape (n_kinds,)."""
        return self.people @ self.has.astype(np.int64)

    def people_in(self, support: Mask) -> int:
        """How many people gave an answer of one of these kinds."""
        return int(self.people[(self.has & support).any(axis=1)].sum())

    def isolates(self, support: Mask) -> bool:
        """Whether some combination is zero on all other kinds and not on these: the exact test, by rank."""
        rest = self.rows[:, ~support]
        return rank(rest) < rank(self.rows)


def kinds(published: Published) -> Kinds:
    rows, of = np.unique(published.rows, axis=1, return_inverse=True)
    of = of.ravel()
    _, whose = np.unique(published.person, return_inverse=True)
    gave = np.zeros((int(whose.max(initial=-1)) + 1, rows.shape[1]), np.bool_)
    gave[whose, of] = True
    has, people = np.unique(gave, axis=0, return_counts=True)
    return Kinds(rows.astype(np.float64), has, people.astype(np.int64), of.astype(np.int64))


def rank(matrix: Floats) -> int:
    return int(np.linalg.matrix_rank(matrix)) if matrix.size else 0
