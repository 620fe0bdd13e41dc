"""`./run bench release`: seconds, memory and share of groups shown, for companies of four sizes."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.release.measured import Taken

MOST_GIB = 4.0


@dataclass(frozen=True, slots=True)
class Company:
    """Its size, and what is aimed at: seconds, and the share of large enough groups that is shown."""

    people: int
    divisions: int
    team: float
    most_seconds: float
    least_shown: float


COMPANIES = (
    Company(400, 6, 10.0, 15.0, 0.85),
    Company(1200, 6, 20.0, 15.0, 0.99),
    Company(100_000, 40, 12.5, 120.0, 0.99),
    Company(500_000, 50, 12.5, 360.0, 0.99),
)


def measure(words: Sequence[str] = ()) -> bool:
    """Print the table; true if every target is met."""
    parser = argparse.ArgumentParser(prog="./run bench release", description=__doc__)
    parser.add_argument("--people", type=int, default=500_000, metavar="N", help="people of the largest company")
    largest = parser.parse_args(list(words)).people
    return report({one: _take(one) for one in COMPANIES if one.people <= largest})


def report(taken: dict[Company, Taken]) -> bool:
    """A row per company, with what was aimed at."""
    print(f"{'people':>9}{'rows':>9}{'seconds':>9}{'at most':>9}{'GiB':>6}{'numbers':>9}{'shown':>8}{'at least':>9}")
    met = []
    for company, one in taken.items():
        shown = one.kept / one.of
        is_met = one.seconds <= company.most_seconds and one.gib < MOST_GIB and shown >= company.least_shown
        print(
            f"{company.people:9,}{one.rows:9,}{one.seconds:9.2f}{company.most_seconds:9.0f}{one.gib:6.2f}"
            f"{one.numbers:9,}{shown:8.1%}{company.least_shown:9.0%}  {'met' if is_met else 'MISSED'}"
        )
        met.append(is_met)
    return all(met)


def _take(company: Company) -> Taken:
    words = [str(company.people), str(company.divisions), str(company.team)]
    program = [sys.executable, "-m", "benchmarks.release.measured", *words]
    return Taken(**json.loads(subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True).stdout))
