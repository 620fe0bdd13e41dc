"""The companies one after the other, resumable, and the table of attacks."""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

COMPANIES, QUICK = 200, 6
FIRST_SEED = 20260101
QUICK_LARGEST = 200
Attacked = Mapping[str, Sequence[int]]


def measure(words: Sequence[str] = ()) -> bool:
    """Print the table; true if nothing was found where numbers are protected, and much where they are not."""
    parser = argparse.ArgumentParser(prog="./run bench redteam", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} companies of at most {QUICK_LARGEST} people")
    parser.add_argument("--companies", type=int, default=COMPANIES, metavar="N")
    parser.add_argument("--ledger", type=Path, default=Path("build/redteam.jsonl"), help="what is done already")
    given = parser.parse_args(list(words))
    n, largest = (QUICK, QUICK_LARGEST) if given.quick else (given.companies, 1200)
    ledger = Path(f"{given.ledger}.quick") if given.quick else given.ledger
    ledger.parent.mkdir(parents=True, exist_ok=True)
    done = _read(ledger)
    with ThreadPoolExecutor(2) as pool:
        missing = [seed for seed in range(n) if seed not in done]
        for seed, found in zip(missing, pool.map(lambda seed: _take(seed, largest), missing), strict=True):
            done[seed] = found
            with ledger.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"company": seed, "found": found}) + "\n")
            print(f"\r{len(done)} of {n} companies", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return report([done[seed] for seed in range(n)])


def report(companies: Sequence[Attacked]) -> bool:
    """A row per attack: companies in which it worked, with protection and without. One without a try proves nothing."""
    print(f"{'attack':28}{'companies':>10}{'tried':>8}{'worked':>8}{'unprotected':>13}")
    is_safe, leaks, idle = True, [], []
    for name in companies[0]:
        rows = [company[name] for company in companies]
        worked = sum(row[1] > 0 for row in rows)
        controls = [row for row in rows if row[2]]
        leaking = sum(row[3] > 0 for row in controls)
        is_safe &= worked == 0
        n_tried = sum(row[0] for row in rows)
        idle += [] if n_tried else [name]
        leaks += [leaking / len(controls)] if controls else []
        against = f"{leaking} of {len(controls)}" if controls else "–"
        print(f"{name:28}{len(rows):10}{n_tried:8,}{worked:8}{against:>13}")
    is_sharp = max(leaks) > 0.5
    print(f"\n{'' if is_safe else 'NOT '}safe; the controls leak in {'most' if is_sharp else 'TOO FEW'}")
    if idle:
        print(f"NOTHING TRIED: {', '.join(idle)}")
    return is_safe and is_sharp and not idle


def _read(ledger: Path) -> dict[int, Attacked]:
    if not ledger.exists():
        return {}
    lines = [json.loads(line) for line in ledger.read_text("utf-8").splitlines()]
    return {line["company"]: line["found"] for line in lines}


def _take(seed: int, largest: int) -> Attacked:
    program = [sys.executable, "-W", "ignore", "-m", "benchmarks.redteam.company", str(FIRST_SEED + seed), str(largest)]
    done = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True)
    found: Attacked = json.loads(done.stdout)
    return found
