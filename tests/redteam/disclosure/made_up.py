"""Random companies: deep or flat, uneven, with newcomers that cluster, and teams that agree with everything."""

from dataclasses import dataclass

import numpy as np

from tests.redteam.disclosure.published import Ints, Mask

N_BANDS = (5, 3, 2)
"""Years of service and unknown; levels; stayers and joiners."""
N_ANCHORS, N_ROTATING, N_WAVES = 3, 9, 3
N_ITEMS = N_ANCHORS + N_ROTATING


@dataclass(frozen=True, slots=True)
class Company:
    """People, where they stand, and all that they answered.

    Attributes
    ----------
    parent : ndarray of int, shape (n_units,)
        Of each unit; the company is unit 0.
    unit : ndarray of int, shape (n_people,)
        Of each person.
    band : ndarray of int, shape (n_people, 3)
        Of each person, see `N_BANDS`.
    said : ndarray of int, shape (n_scales, n_waves, n_people, n_items)
        Answers 1 to 5; 0 where there is none. Anchors stand first.
    """

    parent: Ints
    unit: Ints
    band: Ints
    said: Ints

    @property
    def inside(self) -> Mask:
        """Which people stand at each unit or below it, shape (n_units, n_people)."""
        within = np.eye(self.parent.size, dtype=np.bool_)
        for unit in range(1, self.parent.size):
            within[:, unit] |= within[:, self.parent[unit]]
        return within[:, self.unit]

    @property
    def divisions(self) -> Ints:
        return np.flatnonzero(self.parent == 0).astype(np.int64)

    @property
    def place(self) -> Ints:
        """0 at the company, else 1 + the number of the division, shape (n_people,)."""
        inside = self.inside[self.divisions]
        return (inside * (1 + np.arange(len(inside)))[:, None]).sum(axis=0).astype(np.int64)


def made_up_company(
    rng: np.random.Generator, *, people: int, depth: int, agreeing: float = 0.1, n_scales: int = 2
) -> Company:
    parent = _tree(rng, n_units=max(depth + 2, people // int(rng.integers(6, 14))), depth=depth)
    unit = rng.choice(parent.size, people, p=rng.dirichlet(np.full(parent.size, 1.2)))
    newness = rng.dirichlet(np.full(5, 0.8), parent.size)
    tenure = np.array([rng.choice(5, p=newness[one]) for one in unit])
    level = rng.choice(3, people, p=[0.8, 0.17, 0.03])
    level[unit == 0] = 2
    joined = rng.random(people) < rng.beta(0.4, 2.5, parent.size)[unit]
    band = np.column_stack((tenure, level, joined))
    said = np.stack([_answers(rng, unit, agreeing=agreeing) for _ in range(n_scales)])
    said[:, rng.random(said.shape[1:3]) < 0.25] = 0
    return Company(parent, unit.astype(np.int64), band.astype(np.int64), said)


def _tree(rng: np.random.Generator, *, n_units: int, depth: int) -> Ints:
    """A chain as deep as wanted, and the others anywhere above its end."""
    parent, depths = [-1], [0]
    for unit in range(1, n_units):
        above = unit - 1 if unit <= depth else int(rng.choice(np.flatnonzero(np.array(depths) < depth)))
        parent.append(above if rng.random() > 0.3 or unit <= depth else 0)
        depths.append(depths[parent[-1]] + 1)
    return np.array(parent, np.int64)


def _answers(rng: np.random.Generator, unit: Ints, *, agreeing: float) -> Ints:
    """Answers of one principle, shape (n_waves, n_people, n_items): all anchors, and one other in each wave."""
    n_units, people = int(unit.max()) + 1, unit.size
    mood = rng.normal(3.6, 0.5, n_units)[unit] + rng.normal(0, 0.6, people)
    said = np.clip(np.rint(mood[:, None] + rng.normal(0, 0.8, (N_WAVES, people, N_ITEMS))), 1, 5).astype(np.int64)
    said[:, (rng.random(n_units) < agreeing)[unit]] = 5
    turn = np.argsort(rng.random((people, N_ROTATING)), axis=1)[:, :N_WAVES]
    asked = np.zeros(said.shape, np.bool_)
    asked[:, :, :N_ANCHORS] = True
    for wave in range(N_WAVES):
        asked[wave, np.arange(people), N_ANCHORS + turn[:, wave]] = True
    skipped = (rng.random(said.shape) < 0.04) | (rng.random((N_WAVES, people, 1)) < 0.05)
    return np.where(asked & ~skipped, said, 0)
