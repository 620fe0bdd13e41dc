"""The answers of a wave as one table, and what is counted of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.items import ItemCounts
from analysis.disclosure.one_person import most_steps
from analysis.panel import Ints
from analysis.tree import Tree

NOT_ANSWERED = -1
Values = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Questions:
    """What was asked.

    Attributes
    ----------
    scale : ndarray of int, shape (n_items,)
        Scale of each question; −1 for one that belongs to none.
    steps : ndarray of int, shape (n_items,)
        Steps between the ends of its answers.
    is_anchor : ndarray of bool, shape (n_items,)
        Whether everybody is asked, in every wave.
    n_scales : int
        Number of scales.
    """

    scale: Ints
    steps: Ints
    is_anchor: Mask
    n_scales: int

    def of(self, scale: int) -> Ints:
        """Questions of a scale."""
        return np.flatnonzero(self.scale == scale).astype(np.int64)

    def anchors(self, scale: int) -> Ints:
        """Questions of a scale that everybody is asked; the first is the hub."""
        return np.flatnonzero((self.scale == scale) & self.is_anchor).astype(np.int64)

    def rotating(self, scale: int) -> Ints:
        """Questions of a scale that some are asked."""
        return np.flatnonzero((self.scale == scale) & ~self.is_anchor).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Who answered what in one wave, a row per person.

    Attributes
    ----------
    tree : Tree
        The units of the wave.
    unit : ndarray of int, shape (n_people,)
        Where each stands.
    band : ndarray of int, shape (n_people, n_factors)
        Band of each in each factor.
    n_bands : tuple of int, length n_factors
        Number of bands in each factor.
    value : ndarray of int, shape (n_people, n_items)
        Answer steps above the lower end; −1 where there is no answer.
    """

    tree: Tree
    unit: Ints
    band: Ints
    n_bands: tuple[int, ...]
    value: Values

    def has(self, items: Ints) -> NDArray[np.int64]:
        """How many of these questions each person answered, shape (n_people,)."""
        return np.asarray((self.value[:, items] > NOT_ANSWERED).sum(axis=1), np.int64)

    def sums(self, items: Ints) -> Ints:
        """Steps of each person above the lower end over these questions, shape (n_people,)."""
        answered = np.where(self.value[:, items] > NOT_ANSWERED, self.value[:, items], 0)
        return np.asarray(answered.sum(axis=1), np.int64)


@dataclass(frozen=True, slots=True)
class Counted:
    """A wave counted by unit and bands.

    Attributes
    ----------
    counts : Counts
        People who answered.
    answers, sums : ndarray of int, shape (n_rows, n_scales)
        Their answers, and the steps of all these above the lower end.
    steps : Steps
        How far they lie from the ends, of each person at most `most_steps(k)`.
    """

    counts: Counts
    answers: Ints
    sums: Ints
    steps: Steps


def count(sheet: Sheet, questions: Questions, *, k: int) -> Counted:
    """Count people, answers and steps of each scale, by unit and bands."""
    keys = np.column_stack((sheet.unit, sheet.band)).astype(np.int64)
    rows, of_person = np.unique(keys, axis=0, return_inverse=True)
    table = np.zeros((len(rows), questions.n_scales, 5), np.int64)
    for scale in range(questions.n_scales):
        items = questions.of(scale)
        answered = sheet.value[:, items] > NOT_ANSWERED
        sums = sheet.sums(items)
        above = (answered * questions.steps[items]).sum(axis=1) - sums
        ends = (np.minimum(sums, most_steps(k)), np.minimum(above, most_steps(k)))
        each = np.column_stack((answered.any(axis=1), answered.sum(axis=1), sums, *ends)).astype(np.int64)
        np.add.at(table[:, scale], of_person.reshape(-1), each)
    counts = Counts(sheet.tree, rows[:, 0], rows[:, 1:], table[:, :, 0], sheet.n_bands)
    return Counted(counts, table[:, :, 1], table[:, :, 2], Steps(table[:, :, 3], table[:, :, 4]))


def count_items(sheets: tuple[Sheet, ...], items: Ints, hub: int, questions: Questions, *, k: int) -> ItemCounts:
    """Count people and steps of questions by wave and place; `hub` is a question, or −1 where there is none."""
    counted = [_of_wave(sheet, [np.array([item]) for item in items], hub, questions, k=k) for sheet in sheets]
    return ItemCounts(*(np.stack(parts) for parts in zip(*counted, strict=True)))


def count_anchors(sheet: Sheet, scale: int, questions: Questions, *, k: int) -> ItemCounts:
    """Count the questions of a scale that everybody is asked, and in a last column all that some are asked as one."""
    anchors = questions.anchors(scale)
    columns = [*(np.array([item]) for item in anchors), questions.rotating(scale)]
    parts = _of_wave(sheet, columns, int(anchors[0]), questions, k=k)
    return ItemCounts(*(part[None] for part in parts))


def count_values(sheets: tuple[Sheet, ...], item: int, questions: Questions) -> Ints:
    """People by place and value, all waves together, shape (n_places, n_values)."""
    found = []
    for sheet in sheets:
        place, n_places = places_of(sheet)
        who = sheet.value[:, item] > NOT_ANSWERED
        table = np.zeros((n_places, int(questions.steps[item]) + 1), np.int64)
        np.add.at(table, (place[who], sheet.value[who, item]), 1)
        found.append(table)
    return np.asarray(np.sum(found, axis=0), np.int64)


def places_of(sheet: Sheet) -> tuple[Ints, int]:
    """Place of each person (see `Counts`), and how many places there are."""
    band = np.zeros((sheet.unit.size, 0), np.int64)
    counts = Counts(sheet.tree, sheet.unit, band, np.zeros((sheet.unit.size, 1), np.int64), ())
    return counts.place, counts.n_places


def _of_wave(
    sheet: Sheet, columns: list[Ints], hub: int, questions: Questions, *, k: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """People, those of them who answered the hub, and steps from both ends; a column for each set of questions."""
    place, n_places = places_of(sheet)
    on_hub = sheet.value[:, hub] > NOT_ANSWERED if hub >= 0 else np.ones(place.size, np.bool_)
    table = np.zeros((4, n_places, len(columns)), np.int64)
    for at, items in enumerate(columns):
        answered, low = sheet.value[:, items] > NOT_ANSWERED, sheet.sums(items)
        who, above = answered.any(axis=1), (answered * questions.steps[items]).sum(axis=1) - low
        ends = (np.minimum(low, most_steps(k)), np.minimum(above, most_steps(k)))
        for part, each in enumerate((who, who & on_hub, *ends)):
            table[part, :, at] = np.bincount(place, each.astype(np.float64), n_places).astype(np.int64)
    return table[0], table[1], table[2], table[3]
