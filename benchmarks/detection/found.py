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
                bound = Bound(*(None if one[key] is None else int(str(one[key])) for key in ("first", "with_more")))
                self.bounds[task.world, str(one["fall"]), task.history] = bound
            return
        for company, result in zip(range(task.first, task.end), results, strict=True):
            if task.measure == "quiet":
                self.quiet.setdefault(task.world, {})[company] = QuietCompany(**_any(result))
            else:
                met = self.fallen.setdefault((task.world, task.fall, task.history), {})
                met[company] = _fallen(_any(result))


def _fallen(result: dict[str, Any]) -> FallenCompany:
    described = {key: result[key] and Description(**result[key]) for key in ("told", "later")}
    return FallenCompany(**{**result, **described})


def _any(result: dict[str, object]) -> dict[str, Any]:
    """What comes out of JSON has no types; the dataclass it is put into says which it had."""
    return result
