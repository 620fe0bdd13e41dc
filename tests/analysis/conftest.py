"""Real survey files for the tests that need them; they stay outside the project."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

REAL = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def real_columns() -> Callable[[str], dict[str, np.ndarray]]:
    """Reads a file of ../shared/data as one array per column: numbers where every cell is one (nan if empty)."""

    def read(name: str) -> dict[str, np.ndarray]:
        if not REAL.exists():
            pytest.skip(f"{REAL} is absent: shared/data holds the real survey files")
        with (REAL / name).open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        columns = dict(zip(head, zip(*rows, strict=True), strict=True))
        return {key: as_numbers(column) for key, column in columns.items()}

    return read


def as_numbers(column: tuple[str, ...]) -> np.ndarray:
    try:
        return np.array([float(text) if text not in {"", "NA"} else np.nan for text in column])
    except ValueError:
        return np.array(column)
