"""The dating on seven real series, scored as in van den Burg and Williams (2020), arXiv 2003.06222.

Both scores compare with five annotators per series; index 0 counts as a change that everybody finds.
"""

import csv
import itertools
import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.drift.segments import Segments, change_points

FOLDER = Path(__file__).parents[4] / "shared/data/changepoint_tcpd_a"
SERIES = ["nile", "seatbelts", "well_log", "shanghai_license", "unemployment_nl", "uk_coal_employ", "ozone"]
MARGIN = 5

Annotators = list[set[int]]

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/data is not beside the project")


@cache
def read(name: str) -> tuple[NDArray[np.float64], Annotators]:
    with (FOLDER / "series.csv").open(encoding="utf-8") as file:
        rows = [row["value"] for row in csv.DictReader(file) if row["dataset"] == name]
    annotations = json.loads((FOLDER / "annotations.json").read_text(encoding="utf-8"))[name]
    return np.genfromtxt(rows), [{0, *dates} for dates in annotations.values()]


@cache
def found_in(name: str) -> Segments:
    return change_points(read(name)[0])


def n_matched(truth: set[int], found: set[int]) -> int:
    """How many true dates have a found one of their own within the margin."""
    free, count = set(found), 0
    for date in sorted(truth):
        near = min(free, key=lambda other: abs(other - date), default=None)
        if near is not None and abs(near - date) <= MARGIN:
            free.remove(near)
            count += 1
    return count


def f1(annotators: Annotators, found: set[int]) -> float:
    """Precision against anybody's dates, recall averaged over annotators."""
    precision = n_matched(set.union(*annotators), found) / len(found)
    recall = float(np.mean([n_matched(truth, found) / len(truth) for truth in annotators]))
    return 2 * precision * recall / (precision + recall)


def stretches(dates: set[int], n_values: int) -> list[set[int]]:
    ends = [*sorted(dates), n_values]
    return [set(range(start, stop)) for start, stop in itertools.pairwise(ends)]


def cover(annotators: Annotators, found: set[int], n_values: int) -> float:
    """Best Jaccard overlap of each true stretch, weighted by its length, averaged over annotators."""
    ours = stretches(found, n_values)
    theirs = [(stretch, len(annotators)) for truth in annotators for stretch in stretches(truth, n_values)]
    best = [len(one) * max(len(one & other) / len(one | other) for other in ours) / count for one, count in theirs]
    return sum(best) / n_values


@pytest.mark.parametrize("name", SERIES)
def test_dating_scores_no_lower_than_finding_nothing(name: str) -> None:
    values, annotators = read(name)
    found = {0, *found_in(name).onset.tolist()}

    assert f1(annotators, found) >= f1(annotators, {0})
    assert cover(annotators, found, values.size) >= cover(annotators, {0}, values.size)


# Scores reached, a little rounded down, so that a change for the worse is seen.
@pytest.mark.parametrize(
    ("name", "least_f1", "least_cover"),
    [("nile", 1.0, 0.88), ("well_log", 0.91, 0.84), ("shanghai_license", 0.86, 0.91), ("unemployment_nl", 0.73, 0.57)],
)
def test_dating_stays_as_good_as_it_is(name: str, least_f1: float, least_cover: float) -> None:
    values, annotators = read(name)
    found = {0, *found_in(name).onset.tolist()}

    assert f1(annotators, found) >= least_f1
    assert cover(annotators, found, values.size) >= least_cover


def test_the_nile_fell_after_1898() -> None:
    found = found_in("nile")

    assert (1871 + found.onset).tolist() == [1899]
    # Means of 28 and 72 whole numbers, published to two decimals.
    np.testing.assert_allclose(found.level, [1097.75, 849.97], atol=0.005)
