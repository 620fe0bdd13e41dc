"""All finished work, by what was measured; a company that was met twice counts once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.detection.bound import Bound
from benchmarks.detection.described import Description
from benchmarks.detection.fallen import FallenCompany
from benchmarks.detection.ledger import Row
from benchmarks.detection.quiet import QuietCompany

Scenario = tuple[str, str, int]
"""World, fall and waves before it."""


@dataclass(slots=True)
class Found:
    """By number of the company."""

    quiet: dict[str, dict[int, QuietCompany]] = field(default_factory=dict)
    fallen: dict[Scenario, dict[int, FallenCompany]] = field(default_factory=dict)
    bounds: dict[Scenario, Bound] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    @classmethod
    def sort(cls, rows: Iterable[Row]) -> "Found":
        found = cls()
        for row in rows:
            found.codes.add(row.code)
            found.take(row)
        return found

    def take(self, row: Row) -> None:
        task, results = row.task, row.results
        if task.measure == "bound":
            for one in results:
                self.bounds[task.world, one["fall"], task.history] = Bound(one["first"], one["with_more"])
            return
        for company, result in zip(range(task.first, task.end), results, strict=True):
            if task.measure == "quiet":
                self.quiet.setdefault(task.world, {})[company] = QuietCompany(**result)
            else:
                met = self.fallen.setdefault((task.world, task.fall, task.history), {})
                met[company] = _fallen(result)


def _fallen(result: dict[str, Any]) -> FallenCompany:
    described = {key: result[key] and Description(**result[key]) for key in ("told", "later")}
    return FallenCompany(**{**result, **described})
