"""The questions that are published of a wave: by division and for the company."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.counts import Mask, place_units
from analysis.disclosure.distributions import places_with_distribution
from analysis.disclosure.items import ItemCounts, places_alone, places_with_anchors, places_with_rotating
from analysis.disclosure.numbers import EXACT, Numbers, Row, numbers_of
from analysis.disclosure.sheet import Questions, Sheet, count_anchors, count_items, count_values
from analysis.panel import Ints


@dataclass(frozen=True, slots=True)
class Window:
    """Waves in which nobody is asked a question of some twice, the last of them this one.

    Attributes
    ----------
    sheets : tuple of Sheet
        The waves in order; the tree and all places are the same.
    may_show : ndarray of bool, shape (n_places, n_scales)
        Places whose principle is shown in the last; place 0 is the company.
    by_counts : ndarray of bool, shape (n_places,)
        Places whose principles would be shown in the last if answers were not looked at.
    has_anchors : ndarray of bool, shape (n_places, n_scales)
        Places whose principle, and the questions that everybody is asked, were shown in each of those before.
    is_whole : bool
        Whether the questions that some are asked are published now.
    """

    sheets: tuple[Sheet, ...]
    may_show: Mask
    by_counts: Mask
    has_anchors: Mask
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What is published of the questions.

    Attributes
    ----------
    numbers : Numbers
        Means, by question.
    distributions : tuple of (int, int, ndarray of int)
        Unit, question, and people by value from the lower end.
    n_large_enough : int
        Questions and places of the menu with at least k people; of them `numbers` shows some.
    """

    numbers: Numbers
    distributions: tuple[tuple[int, int, Ints], ...]
    n_large_enough: int


def published_questions(window: Window, questions: Questions, *, k: int) -> Shown:
    """Decide which questions are shown where, and count them."""
    rows: list[Row] = []
    spread: list[tuple[int, int, Ints]] = []
    n_large_enough = 0
    where = place_units(window.sheets[-1].tree)
    for items, sheets, counts, places in _groups(window, questions, k=k):
        n_large_enough += _large_enough(counts, len(items), k=k)
        for item in items.tolist():
            values = count_values(sheets, item, questions)
            rows += _rows(item, values, places, where)
            shown = places_with_distribution(values, may_show=places, k=k)
            spread += [(int(where[at]), item, _at(values, int(at))) for at in np.flatnonzero(shown)]
    return Shown(numbers_of(rows), tuple(spread), n_large_enough)


def _large_enough(counts: ItemCounts, n_items: int, *, k: int) -> int:
    people = counts.people.sum(axis=0)[:, :n_items]
    return int((people[1:] >= k).sum() + (people.sum(axis=0) >= k).sum())


def _groups(window: Window, questions: Questions, *, k: int) -> list[tuple[Ints, tuple[Sheet, ...], ItemCounts, Mask]]:
    """Questions that are shown together: the waves they are counted over, their counts, and where."""
    found = []
    now = window.sheets[-1:]
    for scale in range(questions.n_scales):
        anchors, rotating = questions.anchors(scale), questions.rotating(scale)
        if not anchors.size:
            continue
        counts = count_anchors(now[0], scale, questions, k=k)
        places = places_with_anchors(counts, may_show=window.may_show[:, scale], by_counts=window.by_counts, k=k)
        found.append((anchors, now, counts, places))
        if window.is_whole and rotating.size:
            pooled = count_items(window.sheets, rotating, int(anchors[0]), questions, k=k)
            then = window.has_anchors[:, scale]
            shown = places_with_rotating(pooled, may_show=places & then, by_counts=window.by_counts & then, k=k)
            found.append((rotating, window.sheets, pooled, shown))
    everywhere = np.ones(len(window.may_show), np.bool_)
    for item in questions.of(-1):
        alone = np.array([item])
        counts = count_items(now, alone, -1, questions, k=k)
        found.append((alone, now, counts, places_alone(counts, may_show=everywhere, k=k)))
    return found


def _rows(item: int, values: Ints, places: Mask, where: Ints) -> list[Row]:
    """Where a question is shown, the people who answered it and the sum of their steps."""
    rows: list[Row] = []
    for place in np.flatnonzero(places):
        mine = _at(values, int(place))
        people, steps = int(mine.sum()), int(mine @ np.arange(mine.size))
        rows += [(int(where[place]), -1, 0, item, people, people, steps, EXACT)] if people else []
    return rows


def _at(values: Ints, place: int) -> Ints:
    """People by value in a division, or in the whole company."""
    return np.asarray(values.sum(axis=0) if place == 0 else values[place], np.int64)
