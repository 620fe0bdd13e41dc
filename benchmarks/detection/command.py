"""./run bench detection: do what is still to be done, then write the page from all that was found."""

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.detection.found import Found
from benchmarks.detection.ledger import ROOT, Ledger, Row, fingerprint
from benchmarks.detection.page import page
from benchmarks.detection.targets import MET, MISSED
from benchmarks.detection.tasks import Task, every_world, plan, quick

COMPANIES = 100
PAGE = ROOT / "docs/reference/detection-benchmark.md"
BUILD = ROOT / "build"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}


def measure(words: Sequence[str] = ()) -> bool:
    """True if every target is met; of a quick look, if none is missed."""
    asked = _parser().parse_args(list(words))
    tasks = quick() if asked.quick else plan(asked.worlds or every_world(), asked.companies)
    ledger = Ledger(asked.file, asked.code or fingerprint(), keep_stale=asked.keep_stale)
    finish(tasks, ledger, asked.processes)
    text, verdicts = page(Found.sort(row for row in ledger.rows() if not asked.quick or row.task in tasks))
    out = asked.page or (BUILD / "detection-benchmark.md" if asked.quick else PAGE)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, "utf-8")
    print(text if asked.quick else f"written to {out}")
    states = {verdict.state for verdict in verdicts}
    return MISSED not in states if asked.quick else states <= {MET}


def finish(tasks: Sequence[Task], ledger: Ledger, processes: int) -> None:
    """Do the tasks the ledger lacks; every one is written down as soon as it is done."""
    missing = ledger.missing(tasks)
    begun = time.perf_counter()
    for done, (task, seconds, results) in enumerate(work_all(missing, processes), start=1):
        ledger.append(Row(ledger.code, task, round(seconds, 2), results))
        left = (time.perf_counter() - begun) / done * (len(missing) - done)
        what = " ".join(filter(None, (task.measure, task.world, task.fall)))
        print(f"[{done}/{len(missing)}] {what}, {seconds:.0f} s; about {left / 60:.0f} min left", file=sys.stderr)


def work_all(tasks: Sequence[Task], processes: int) -> Iterator[tuple[Task, float, list[dict[str, Any]]]]:
    """As they are finished, in any order; a company's numbers do not depend on who works on it."""
    if processes == 1 or len(tasks) <= 1:
        yield from map(work, tasks)
        return
    os.environ.update(ONE_THREAD)  # the children read it as they start
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(work, task) for task in tasks]
        try:
            for future in as_completed(waiting):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def work(task: Task) -> tuple[Task, float, list[dict[str, Any]]]:
    """A task with its seconds and what came out."""
    begun = time.perf_counter()
    results = task.work()
    return task, time.perf_counter() - begun, results


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench detection", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few companies of the base world, printed")
    parser.add_argument("--worlds", type=worlds_of, metavar="NAME,…", help="these worlds alone; all if not given")
    parser.add_argument("--companies", type=int, default=COMPANIES, metavar="N", help="companies per world and fall")
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="all cores if not given"
    )
    parser.add_argument("--file", type=Path, default=BUILD / "detection-benchmark.jsonl", help="finished work")
    parser.add_argument("--page", type=Path, help="where the tables go")
    parser.add_argument("--code", metavar="TEXT", help="name of the code measured; a hash of it if not given")
    parser.add_argument("--keep-stale", action="store_true", help="let work of other code count")
    return parser


def worlds_of(text: str) -> list[str]:
    """Names between commas; a comma before a space is part of a name."""
    names = re.split(r",(?! )", text)
    unknown = [name for name in names if name not in every_world()]
    if unknown:
        raise argparse.ArgumentTypeError(f"got {unknown[0]!r}; wanted some of {', '.join(every_world())}")
    return names
