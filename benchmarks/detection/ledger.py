"""The file of finished work: a line of JSON per task, so that a run that was broken off goes on where it stood."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.detection.tasks import Task

ROOT = Path(__file__).parents[2]
MEASURES = 1
"""To be raised when a measure means something else than before."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finished task: by which code, in how many seconds, and what became of each company."""

    code: str
    task: Task
    seconds: float
    results: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows that count, those of this code or, with `keep_stale`, of any; of one task the last."""

    file: Path
    code: str
    keep_stale: bool = False

    def rows(self) -> list[Row]:
        if not self.file.exists():
            return []
        rows = [row for line in self.file.read_text("utf-8").splitlines() if (row := _row(line))]
        ours = [row for row in rows if row.code == self.code]
        return list({row.task: row for row in ([*rows, *ours] if self.keep_stale else ours)}.values())

    def missing(self, tasks: Iterable[Task]) -> list[Task]:
        """What is still to be done."""
        done = {row.task for row in self.rows()}
        return [task for task in tasks if task not in done]

    def append(self, row: Row) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        # A run that was killed may have left half a line.
        broken = self.file.exists() and not self.file.read_text("utf-8").endswith("\n")
        with self.file.open("a", encoding="utf-8") as lines:
            lines.write("\n" * broken)
            lines.write(json.dumps(asdict(row)) + "\n")


def _row(line: str) -> Row | None:
    """None for a line that was not written to its end."""
    try:
        values = json.loads(line)
    except json.JSONDecodeError:
        return None
    return Row(**{**values, "task": Task(**values["task"])})


def fingerprint() -> str:
    """Of all code that may change a number: `analysis`, and what a measure means."""
    found = hashlib.sha256(str(MEASURES).encode())
    for file in sorted((ROOT / "analysis").rglob("*.py")):
        found.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:12]
