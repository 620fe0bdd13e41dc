"""A judge: guess which people a combination is not about, and solve for it; again and again."""

import numpy as np

from tests.redteam.disclosure.published import Ints, Kinds, Published, kinds

PRIME = 2_147_483_629


def exposed_by_guessing(published: Published, rng: np.random.Generator, *, k: int, guesses: int = 20) -> int:
    """Fewest people that a combination found is about, if they are fewer than k; else 0.

    Each guess takes pivots among kinds of answers that many gave, in an order partly left to chance. A combination
    about few people then has at most few pivots in it; those with one stand in the reduced matrix as a row.
    """
    found = kinds(published)
    fewest = k
    for _ in range(guesses):
        turn = np.argsort(-found.concerned * rng.exponential(size=found.concerned.size) ** 0.5)
        reduced = _reduced(found.rows[:, turn].astype(np.int64))
        fewest = min(fewest, _lightest(found, reduced[:, np.argsort(turn)], fewest))
    return fewest if fewest < k else 0


def _lightest(found: Kinds, reduced: Ints, fewest: int) -> int:
    """People of the lightest row, if fewer than `fewest`; confirmed by rank, since the matrix is modulo a prime."""
    for support in reduced != 0:
        people = found.people_in(support)
        if people < fewest and found.isolates(support):
            fewest = people
    return fewest


def _reduced(matrix: Ints) -> Ints:
    """Reduced row echelon form modulo a prime, without rows of zeros."""
    matrix = matrix % PRIME
    row = 0
    for column in range(matrix.shape[1]):
        below = np.flatnonzero(matrix[row:, column])
        if below.size == 0:
            continue
        pivot = row + int(below[0])
        matrix[[row, pivot]] = matrix[[pivot, row]]
        matrix[row] = matrix[row] * pow(int(matrix[row, column]), -1, PRIME) % PRIME
        others = np.flatnonzero(matrix[:, column])
        others = others[others != row]
        matrix[others] = (matrix[others] - matrix[others, column, None] * matrix[row]) % PRIME
        row += 1
        if row == len(matrix):
            break
    return matrix[:row]
