"""Which divisions show their questions beside the principle, so that the difference between them tells nothing."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.panel import Ints

MOST_ITEMS = 16
"""Questions asked of some, in one principle: with more there are too many splits to look at, and none is shown."""


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """Answers to the questions of one principle, by place.

    Place 0 holds people who stand at the company itself, place 1 + i the i-th division. The hub is the question that
    everybody is asked first; it ties the others together.

    Attributes
    ----------
    people : ndarray of int, shape (n_waves, n_places, n_items)
        People who answered each question.
    with_hub : ndarray of int, shape (n_waves, n_places, n_items)
        Those of them who answered the hub in the same wave; for the hub itself the same as `people`.
    low, high : ndarray of int, shape (n_waves, n_places, n_items)
        Answer steps above the lower and below the upper end of the scale.
    """

    people: Ints
    with_hub: Ints
    low: Ints
    high: Ints


def places_with_anchors(counts: ItemCounts, *, may_show: Mask, k: int) -> Mask:
    """Where the questions that everybody is asked are shown after one wave.

    Parameters
    ----------
    counts : ItemCounts
        Of one wave. The last column is no question: it counts people who answered any that is asked of some only.
    may_show : ndarray of bool, shape (n_places,)
        Places whose principle is shown; place 0 stands for the company.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show all of them; place 0 is the company.

    Notes
    -----
    A principle's sum is the sum of its questions. A combination that weighs two questions differently concerns
    everybody who answered both: where they are at least k, every combination about fewer weighs all questions alike,
    and then it is one of the principle, which is proved.
    """

    def is_safe(places: Ints) -> bool:
        asked = counts.people[0, places].sum(axis=0) > 0
        tied = counts.with_hub[0, places].sum(axis=0)[asked]
        return bool((tied >= k).all() and _is_far(counts, places, n_items=asked.size - 1, k=k))

    return _partition(counts, may_show, is_safe)


def places_with_rotating(counts: ItemCounts, *, may_show: Mask, k: int) -> Mask:
    """Where the questions asked of some are shown, all waves in which nobody is asked one twice taken together.

    Parameters
    ----------
    counts : ItemCounts
        Of these waves; without the questions that everybody is asked.
    may_show : ndarray of bool, shape (n_places,)
        Places whose principle was shown in each of the waves, and whose anchors are shown in the last.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show all of them; place 0 is the company.

    Notes
    -----
    As for the anchors, each division and wave with a hub of its own: a combination that weighs some questions S
    otherwise than the rest concerns, around each hub, those who answered in S or those who did not. Over several waves
    one person may be met as often as there are waves, unless S is a single question.
    """
    n_waves, _, n_items = counts.people.shape
    if n_items > MOST_ITEMS:
        return np.zeros_like(may_show)
    masks = ((np.arange(1, 2 ** (n_items - 1))[:, None] >> np.arange(n_items)) & 1).astype(np.int64)
    is_single = (masks.sum(axis=1) == 1) | (masks.sum(axis=1) == n_items - 1)
    wanted = np.where(is_single, k, k * n_waves)

    def is_safe(places: Ints) -> bool:
        tied = counts.with_hub[:, places].reshape(-1, n_items)
        asked = counts.people[:, places].sum(axis=(0, 1)) > 0
        if not asked.all() or (tied.sum(axis=0) < k).any():
            return False
        inside = tied @ masks.T
        costs = np.minimum(inside, tied.sum(axis=1)[:, None] - inside).sum(axis=0)
        return bool((costs >= wanted).all() and _is_far(counts, places, n_items=n_items, k=k))

    return _partition(counts, may_show, is_safe)


def places_alone(counts: ItemCounts, *, may_show: Mask, k: int) -> Mask:
    """Where a question is shown that belongs to no principle; the same rule as for units, of two levels.

    Parameters
    ----------
    counts : ItemCounts
        Of one wave and one question.
    may_show : ndarray of bool, shape (n_places,)
        Places that may show it.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show it; place 0 is the company.
    """

    def is_safe(places: Ints) -> bool:
        return bool(counts.people[:, places].sum() >= k and _is_far(counts, places, n_items=1, k=k))

    return _partition(counts, may_show, is_safe)


def _is_far(counts: ItemCounts, places: Ints, *, n_items: int, k: int) -> bool:
    """Whether the sum of each of the first questions, if answered, lies at least k steps from both ends."""
    asked = counts.people[:, places].sum(axis=(0, 1))[:n_items] > 0
    ends = (counts.low[:, places].sum(axis=(0, 1)), counts.high[:, places].sum(axis=(0, 1)))
    return all(bool((steps[:n_items][asked] >= k).all()) for steps in ends)


def _partition(counts: ItemCounts, may_show: Mask, is_safe: Callable[[Ints], bool]) -> Mask:
    """The company and the divisions that are safe, without those that must be joined to what is left."""
    people = counts.people.sum(axis=(0, 2))
    shown = np.asarray(may_show & (people > 0), np.bool_)
    if not may_show[0]:
        return np.zeros_like(may_show)
    for place in range(1, people.size):
        shown[place] = shown[place] and is_safe(np.array([place]))
    shown[0] = False
    while True:
        left = np.flatnonzero(~shown)
        if not people[left].any() or is_safe(left):
            shown[0] = bool(people.any())
            return shown
        if not shown.any():
            return shown
        candidates = np.flatnonzero(shown)
        shown[candidates[np.argmin(people[candidates])]] = False
