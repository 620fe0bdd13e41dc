"""`monitor`: seconds and memory, beside a plain pass over the same rows in the same process."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple

from benchmarks.monitored import Shape, Taken

PEOPLE = 500_000
TEAM = 12.5
COMPANY = Shape(people=3600, n_divisions=18, teams_per_division=20, n_waves=72)
EPOCH_WAVES = 12
MOST_SECONDS, MOST_SECONDS_OF_A_WAVE, MOST_GIB, MOST_TIMES_TENTH = 3.0, 60.0, 4.0, 11.0


def measure(words: Sequence[str] = ()) -> bool:
    """Print the table; true if every target is met."""
    parser = argparse.ArgumentParser(prog="./run bench monitor", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, metavar="N", help="people of the largest company")
    people = parser.parse_args(list(words)).people
    shapes = {
        "3,600 people × 72 waves": COMPANY,
        f"{people // 10:,} people, one more wave": epoch_of(people // 10),
        f"{people:,} people, one more wave": epoch_of(people),
    }
    return report({name: take(shape) for name, shape in shapes.items()})


def epoch_of(people: int) -> Shape:
    """Twelve waves after an epoch of twelve; 500,000 people are in 40,000 teams."""
    divisions = max(round(people / 5000), 1)
    teams = max(round(people / TEAM / divisions), 1)
    return Shape(people, divisions, teams, EPOCH_WAVES, has_past=True)


def take(shape: Shape) -> Taken:
    """What a call for such a company took, in a process that did nothing else."""
    with tempfile.TemporaryDirectory(prefix="aloft-bench-") as folder:
        _run("make", folder, *(str(int(number)) for number in astuple(shape)))
        return Taken(**json.loads(_run("measure", folder)))


def report(taken: dict[str, Taken]) -> bool:
    """What was taken, then what was aimed at."""
    print(f"{'':32}{'rows':>12}{'seconds':>9}{'CPU':>8}{'GiB':>7}{'times a plain pass':>20}")
    for name, one in taken.items():
        times = one.seconds / one.plain
        print(f"{name:32}{one.rows:12,}{one.seconds:9.2f}{one.cpu:8.2f}{one.gib:7.2f}{times:20.1f}")
    company, tenth, whole = taken.values()
    targets = [
        ("3,600 people, seconds", company.seconds, MOST_SECONDS),
        ("one more wave, seconds", whole.seconds, MOST_SECONDS_OF_A_WAVE),
        ("one more wave, peak memory, GiB", whole.gib, MOST_GIB),
        ("times a tenth of the people", whole.seconds / tenth.seconds, MOST_TIMES_TENTH),
    ]
    print(f"\n{'':32}{'measured':>10}{'at most':>8}")
    for name, measured, most in targets:
        print(f"{name:32}{measured:10.2f}{most:8.1f}  {'met' if measured <= most else 'MISSED'}")
    return all(measured <= most for _, measured, most in targets)


def _run(*words: str) -> str:
    program = [sys.executable, "-m", "benchmarks.monitored", *words]
    return subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True).stdout
