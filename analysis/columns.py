"""Checks of a column of numbers that comes in: what is wrong, and in which row."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray


def whole(values: ArrayLike, name: str) -> NDArray[np.int64]:
    """One-dimensional whole numbers; floats without a fraction are taken as such."""
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{name} must have one dimension; got shape {array.shape}")
    if array.dtype == np.int64:
        return array
    if array.size and not np.issubdtype(array.dtype, np.integer):
        numbers = array.astype(np.float64)
        wrong = np.flatnonzero(~(numbers == np.floor(numbers)))
        if wrong.size:
            raise ValueError(f"{name} must hold whole numbers; row {int(wrong[0])} is {array[wrong[0]]}")
    return array.astype(np.int64)


def real(values: ArrayLike, name: str) -> NDArray[np.float64]:
    """One-dimensional finite numbers."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"{name} must have one dimension; got shape {array.shape}")
    if not np.isfinite(array).all():
        row = int(np.flatnonzero(~np.isfinite(array))[0])
        raise ValueError(f"{name} must be finite; row {row} is {array[row]} (leave missing answers out)")
    return array


def check_points(values: NDArray[np.float64], name: str) -> None:
    wrong = np.flatnonzero((values < 0) | (values > 100))
    if wrong.size:
        raise ValueError(f"{name} must lie in 0 to 100 points; row {int(wrong[0])} is {values[wrong[0]]}")


def setter(target: object) -> Callable[[str, object], None]:
    """What `target.name = value` would be, were the dataclass not frozen."""
    return partial(object.__setattr__, target)


def check_lengths(**columns: NDArray[np.generic]) -> None:
    lengths = {name: column.shape for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"all columns must have the same length; got {lengths}")


def check_least(values: NDArray[np.int64], least: int, name: str) -> None:
    if values.size and values.min() < least:
        row = int(np.flatnonzero(values < least)[0])
        raise ValueError(f"{name} must be at least {least}; row {row} is {values[row]}")
