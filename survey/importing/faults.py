"""What is wrong with a file, in one line per place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MOST_LINES = 20


class UnreadableSurvey(Exception):
    """The files cannot be read as a survey; `lines` says where, what was got and what is wanted."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def fault(path: Path | str, line: int | None, got: str, wanted: str) -> UnreadableSurvey:
    """One fault in one place."""
    place = f"{path}:{line}" if line else str(path)
    return UnreadableSurvey([f"{place}: got {got}; wanted {wanted}"])


@dataclass(slots=True)
class Faults:
    """Bad rows as the checks find them; `place` turns row numbers into file:line."""

    place: Callable[[list[int]], list[str]]
    found: list[tuple[int, str]] = field(default_factory=list)
    n_found: int = 0

    def add(self, rows: NDArray[np.int64], got: Callable[[int], str], wanted: str) -> None:
        """Note bad rows; `got` says what stands in a row."""
        self.n_found += int(rows.size)
        self.found += [(int(row), f"got {got(int(row))}; wanted {wanted}") for row in rows[:MOST_LINES]]

    def stop(self) -> None:
        """Raise if anything was found."""
        if not self.n_found:
            return
        shown = sorted(self.found)[:MOST_LINES]
        places = self.place([row for row, _ in shown])
        lines = [f"{place}: {text}" for place, (_, text) in zip(places, shown, strict=True)]
        if self.n_found > len(lines):
            lines.append(f"… and {self.n_found - len(lines):,} more")
        raise UnreadableSurvey(lines)
