"""`aloft analyse` from file to JSON, beside what polars needs to read and group the same file in the same run."""

import os
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

WAVES, ITEMS = 10, 10
PEOPLE = 100_000
MOST_TIMES_POLARS = 6.0
MOST_GIB = 3.0
MOST_TIMES_TENTH = 11.0
GROUP = """
import sys
import polars as pl
columns = ["wave", "unit", "item"]
grouped = pl.scan_csv(sys.argv[1]).group_by(columns).agg(pl.col("value").mean(), pl.len())
assert grouped.collect(engine="streaming").height > 0
"""


@dataclass(frozen=True, slots=True)
class Cost:
    seconds: float
    gib: float


def measure(_words: Sequence[str] = ()) -> bool:
    """Print the table; true if every target is met."""
    with tempfile.TemporaryDirectory(prefix="aloft-bench-") as folder:
        small, large = Path(folder) / "small.csv", Path(folder) / "large.csv"
        rng = np.random.default_rng(20260101)
        write_answers(small, PEOPLE // 10, rng)
        write_answers(large, PEOPLE, rng)
        run_analyse(small)  # compiles what is compiled once, and warms the disk
        costs = {"analyse, 1 million answers": run_analyse(small), "polars, 10 million answers": run_polars(large)}
        costs["analyse, 10 million answers"] = run_analyse(large)
    return report(costs)


def report(costs: dict[str, Cost]) -> bool:
    """Costs, then ratios beside their targets."""
    tenth, polars, whole = costs.values()
    print(f"{'':32}{'seconds':>10}{'GiB':>8}")
    for name, cost in costs.items():
        print(f"{name:32}{cost.seconds:10.1f}{cost.gib:8.2f}")
    targets = [
        ("times polars", whole.seconds / polars.seconds, MOST_TIMES_POLARS),
        ("peak memory, GiB", whole.gib, MOST_GIB),
        ("times a tenth of the people", whole.seconds / tenth.seconds, MOST_TIMES_TENTH),
    ]
    print(f"\n{'':32}{'measured':>10}{'at most':>8}")
    for name, measured, most in targets:
        print(f"{name:32}{measured:10.2f}{most:8.1f}  {'met' if measured <= most else 'MISSED'}")
    return all(measured <= most for _, measured, most in targets)


def write_answers(file: Path, people: int, rng: np.random.Generator) -> None:
    """Answers 1 … 5 of so many people to ten items in ten waves, in teams of ten, rows in random order."""
    row = rng.permutation(people * WAVES * ITEMS)
    wave, item, person = row % WAVES, row // WAVES % ITEMS, row // (WAVES * ITEMS)
    level = rng.normal(0, 0.7, people)[person] + rng.normal(0, 0.2, people // 10)[person // 10]
    value = np.clip(np.rint(3.4 + level + rng.normal(0, 0.8, row.size)), 1, 5).astype(np.int8)
    frame = pl.DataFrame({"wave": wave, "team": person // 10, "person": person, "item": item, "value": value})
    division = pl.col("team") // 100
    frame.lazy().select(
        wave=pl.format("2025-{}", (pl.col("wave") + 1).cast(pl.String).str.zfill(2)),
        unit=pl.format("Company/Division {}/Team {}", division, pl.col("team")),
        person=pl.format("p{}", pl.col("person")),
        item=pl.format("q{}", pl.col("item")),
        value=pl.col("value"),
    ).sink_csv(file)


def run_analyse(file: Path) -> Cost:
    aloft = Path(sysconfig.get_path("scripts")) / "aloft"
    return _run([str(aloft), "analyse", str(file), "--json", str(file.with_suffix(".json"))])


def run_polars(file: Path) -> Cost:
    return _run([sys.executable, "-c", GROUP, str(file)])


def _run(words: list[str]) -> Cost:
    """Start a program, wait for it, and ask what it took: the time on the wall, the memory at its highest."""
    begun = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(words[0], words, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(seconds, usage.ru_maxrss / (1 << 20))
