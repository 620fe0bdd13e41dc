"""One call of `monitor` in a process of its own: python -m benchmarks.monitored make|measure FOLDER …."""

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from analysis import monitor
from analysis.drift.carry import Carry
from analysis.panel import Floats, Scores
from analysis.simulate import World, simulate_scores
from analysis.tree import Tree

SMALL = World(n_divisions=2, teams_per_division=2, n_waves=12)


@dataclass(frozen=True, slots=True)
class Shape:
    """A company to judge, in teams of about equal size; `has_past` if an epoch went before."""

    people: int
    n_divisions: int
    teams_per_division: int
    n_waves: int
    has_past: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a call took.

    Attributes
    ----------
    rows : int
        Scores judged.
    seconds, cpu : float
        On the wall, and of all cores.
    gib : float
        Memory at its highest, the data included.
    plain : float
        Seconds of sorting the same rows by person and passing over them a few times, in the same process.
    """

    rows: int
    seconds: float
    cpu: float
    gib: float
    plain: float


def make(folder: Path, shape: Shape) -> None:
    """Write a company's scores, and the carry of the epoch before: the same company once more, under other numbers."""
    n_teams = shape.n_divisions * shape.teams_per_division
    sizes = np.diff(np.arange(n_teams + 1) * shape.people // n_teams)
    world = World(
        n_divisions=shape.n_divisions,
        teams_per_division=shape.teams_per_division,
        team_sizes=tuple(sizes.tolist()),
        n_waves=shape.n_waves,
    )
    made = simulate_scores(world, np.random.default_rng(20260101))
    columns = {name: getattr(made.scores, name) for name in Scores.__slots__}
    np.savez(folder / "scores.npz", parent=made.tree.parent, **columns)
    carry = monitor(made.scores, made.tree).carry if shape.has_past else None
    (folder / "carry.pickle").write_bytes(pickle.dumps(carry))


def measure(folder: Path) -> Taken:
    """Judge what `make` wrote, after a small company has warmed the compiled code."""
    warm = simulate_scores(SMALL, np.random.default_rng(20260101))
    past = monitor(warm.scores, warm.tree).carry
    monitor(warm.scores, warm.tree, carry=past)
    scores, tree, carry = read(folder)
    cpu = time.process_time()
    seconds = _seconds(lambda: monitor(scores, tree, carry=carry))
    cpu = time.process_time() - cpu
    gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    return Taken(scores.wave.size, seconds, cpu, gib, _seconds(lambda: pass_over(scores, tree)))


def read(folder: Path) -> tuple[Scores, Tree, Carry | None]:
    with np.load(folder / "scores.npz") as columns:
        scores = Scores(**{name: columns[name] for name in Scores.__slots__})
        tree = Tree(columns["parent"])
    carry = pickle.loads((folder / "carry.pickle").read_bytes())  # noqa: S301 -- written by `make` a moment ago
    assert carry is None or isinstance(carry, Carry)  # noqa: S101 -- that is what `make` writes
    return scores, tree, carry


def pass_over(scores: Scores, tree: Tree) -> Floats:
    """What no program that links people does without: an order by person, differences, sums by unit and wave."""
    order = np.lexsort((scores.wave, scores.person, scores.scale))
    value, person = scores.value[order], scores.person[order]
    change = np.where(person[1:] == person[:-1], np.diff(value), 0.0)
    spread = np.cumsum(change**2)
    cell = scores.wave[order] * tree.n_units + scores.unit[order]
    return np.asarray(np.bincount(cell, value) + spread[-1])


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


if __name__ == "__main__":
    verb, where, *numbers = sys.argv[1:]
    if verb == "make":
        people, divisions, teams, waves, past = map(int, numbers)
        make(Path(where), Shape(people, divisions, teams, waves, bool(past)))
    else:
        print(json.dumps(asdict(measure(Path(where)))))
