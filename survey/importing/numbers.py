"""Texts that are numbers, and texts that stand for none."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "–", "*", "**", ".", "..", ":", "[c]", "[x]", "[z]"})


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each label, nan where it stands for none; `is_number` is false where it is something else."""

    values: NDArray[np.float64]
    is_readable: NDArray[np.bool_]


def read_numbers(labels: pl.Series, missing: tuple[str, ...], *, decimal_comma: bool) -> Numbers:
    """Read each distinct text once; `missing` adds to the usual words for no answer."""
    texts = labels.str.replace(",", ".", literal=True) if decimal_comma else labels
    numbers = texts.cast(pl.Float64, strict=False)
    absent = (labels.str.to_lowercase().is_in(list(MISSING)) | labels.is_in(list(missing))).to_numpy()
    values = np.where(absent, np.nan, numbers.fill_null(np.nan).to_numpy())
    return Numbers(np.where(np.isfinite(values), values, np.nan), np.isfinite(values) | absent)
