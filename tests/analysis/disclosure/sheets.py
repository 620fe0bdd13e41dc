"""Waves of made-up people, given one by one."""

from collections.abc import Sequence

import numpy as np

from analysis.disclosure.sheet import Counted, Questions, Sheet, count
from analysis.tree import Tree

Person = tuple[int, tuple[int, ...], int]
"""Unit, bands, and the steps that they chose in each question."""


def anchors(n_items: int) -> Questions:
    """Questions of one scale that everybody is asked."""
    return Questions(np.zeros(n_items, np.int64), np.full(n_items, 4), np.ones(n_items, np.bool_), 1)


def counted(
    parent: Sequence[int], people: Sequence[Person], n_bands: tuple[int, ...], *, n_items: int = 2, k: int = 5
) -> Counted:
    unit, band, steps = zip(*people, strict=True)
    value = np.repeat(np.array(steps, np.int16)[:, None], n_items, axis=1)
    bands = np.array(band, np.int64).reshape(len(people), len(n_bands))
    sheet = Sheet(Tree(parent), np.array(unit, np.int64), bands, n_bands, value)
    return count(sheet, anchors(n_items), k=k)


def mixed(unit: int, bands: tuple[int, ...], n: int) -> list[Person]:
    """People of all opinions."""
    return [(unit, bands, at % 5) for at in range(n)]
