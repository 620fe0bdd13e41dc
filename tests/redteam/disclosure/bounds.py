"""A judge: between which ends must an answer lie, given the sums? By linear programs."""

import numpy as np
from scipy.optimize import linprog

from tests.redteam.disclosure.published import Floats, Ints, Mask, Published, kinds

LOW, HIGH = 1, 5
NARROW = 1 - 1e-6


def known_answers(published: Published, rng: np.random.Generator, *, known: Mask | None = None) -> Mask:
    """Which answers are known to within less than one step, shape (n_answers,).

    `known` says which of them the reader has from an accomplice; those are not counted.
    """
    hidden = np.ones(published.person.size, np.bool_) if known is None else ~known
    left = Published(published.rows[:, hidden], published.person[hidden], published.said[hidden])
    found = kinds(left)
    n_answers = np.bincount(found.of, minlength=found.rows.shape[1])
    sums = found.rows @ np.bincount(found.of, left.said, minlength=n_answers.size)
    inside = _Inside(found.rows, sums, n_answers)
    narrow = inside.narrow(rng)
    answers = np.zeros(hidden.size, np.bool_)
    answers[hidden] = narrow[found.of]
    return answers


class _Inside:
    """All ways to answer that give the published sums."""

    def __init__(self, rows: Floats, sums: Floats, n_answers: Ints) -> None:
        self.rows, self.sums, self.n_answers = rows, sums, n_answers
        self.low = np.full(n_answers.size, np.inf)
        self.high = np.full(n_answers.size, -np.inf)

    def narrow(self, rng: np.random.Generator, *, looks: int = 8) -> Mask:
        """Kinds one answer of which is known; some directions at once, and the rest one by one."""
        for _ in range(looks):
            self.look(rng.normal(size=self.n_answers.size) / self.n_answers)
        for kind in np.flatnonzero(self._are_narrow()):
            for sign in (1, -1):
                if self._are_narrow()[kind]:
                    self.look(sign * np.eye(1, self.n_answers.size, kind)[0])
        return self._are_narrow()

    def look(self, direction: Floats) -> None:
        """Go as far as the sums allow in a direction, and note where each kind's sum comes to lie."""
        bounds = np.column_stack((LOW * self.n_answers, HIGH * self.n_answers))
        result = linprog(direction, A_eq=self.rows, b_eq=self.sums, bounds=bounds, method="highs")
        assert result.x is not None, result.message
        self.low, self.high = np.minimum(self.low, result.x), np.maximum(self.high, result.x)

    def _are_narrow(self) -> Mask:
        """One answer reaches as far as its kind's sum lets it while the others of the kind stand at the other end."""
        others = self.n_answers - 1
        highest = np.minimum(self.high - LOW * others, HIGH)
        lowest = np.maximum(self.low - HIGH * others, LOW)
        return np.asarray(highest - lowest < NARROW)
