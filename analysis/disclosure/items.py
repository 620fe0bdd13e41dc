"""Which divisions show their questions beside the principle, so that the difference between them tells nothing."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.disclosure.partition import IsSafe, shown_places
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
        Answer steps above the lower and below the upper end of the scale, of each person at most `most_steps(k)`.
    """

    people: Ints
    with_hub: Ints
    low: Ints
    high: Ints


def places_with_anchors(counts: ItemCounts, *, may_show: Mask, k: int, by_counts: Mask | None = None) -> Mask:
    """Where the questions that everybody is asked are shown after one wave.

    Parameters
    ----------
    counts : ItemCounts
        Of one wave. The last column is no question: it counts people who answered any that is asked of some only, and
        the steps of all those answers, since the principle without its anchors is their sum.
    may_show : ndarray of bool, shape (n_places,)
        Places whose principle is shown; place 0 stands for the company.
    k : int
        Fewest people of a group.
    by_counts : ndarray of bool, shape (n_places,), optional
        Places whose principle a reader expects to see; `may_show` by default.

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

    def is_enough(places: Ints, _taken_back: int) -> bool:
        asked = counts.people[0, places].sum(axis=0) > 0
        return bool((counts.with_hub[0, places].sum(axis=0)[asked] >= k).all())

    return _far_from_ends(counts, is_enough, may_show=may_show, by_counts=by_counts, k=k)


def places_with_rotating(counts: ItemCounts, *, may_show: Mask, k: int, by_counts: Mask | None = None) -> Mask:
    """Where the questions asked of some are shown, all waves in which nobody is asked one twice taken together.

    Parameters
    ----------
    counts : ItemCounts
        Of these waves; without the questions that everybody is asked.
    may_show : ndarray of bool, shape (n_places,)
        Places whose principle and whose anchors are shown in each of the waves.
    k : int
        Fewest people of a group.
    by_counts : ndarray of bool, shape (n_places,), optional
        Places of which a reader expects that; `may_show` by default.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show all of them; place 0 is the company.

    Notes
    -----
    As for the anchors, each division and wave with a hub of its own: a combination that weighs some questions S
    otherwise than the rest concerns, around each hub, those who answered in S or those who did not. Nobody is met in S
    twice if S is one question; all others are met at most as often as there are waves. Where it weighs all questions
    alike, its anchors have the same weight by the rule for anchors, so it is one of the principles of these waves. That
    needs the anchors of each wave: without them, those of the company less those of other divisions would do.
    """
    n_items = counts.people.shape[2]
    if n_items > MOST_ITEMS:
        return np.zeros_like(may_show)
    masks = ((np.arange(1, 2 ** (n_items - 1))[:, None] >> np.arange(n_items)) & 1).astype(np.int64)

    def is_enough(places: Ints, _taken_back: int) -> bool:
        tied = counts.with_hub[:, places]
        asked = counts.people[:, places].sum(axis=(0, 1)) > 0
        if not asked.all() or (tied.sum(axis=(0, 1)) < k).any():
            return False
        return bool((_met(tied, masks, k=k) >= k).all())

    return _far_from_ends(counts, is_enough, may_show=may_show, by_counts=by_counts, k=k)


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

    def is_enough(places: Ints, _taken_back: int) -> bool:
        return bool(counts.people[:, places].sum() >= k)

    return _far_from_ends(counts, is_enough, may_show=may_show, by_counts=None, k=k)


def _met(tied: Ints, masks: Ints, *, k: int) -> Ints:
    """People whom it takes at least to weigh the questions of each mask apart from the others, shape (n_masks,).

    `tied` has shape (n_waves, n_places, n_items). Around each hub those are met who answered in the mask, or all others
    who answered; nobody is met twice in a wave, nor twice in a single question. Around a hub with k people beside the
    single question it is those in the question who are met.
    """
    n_waves, _, n_items = tied.shape
    size = masks.sum(axis=1)
    alone = np.where(size[:, None] == n_items - 1, 1 - masks, masks)
    is_single = (size == 1) | (size == n_items - 1)
    inside = tied @ alone.T
    beside = tied.sum(axis=2)[:, :, None] - inside
    is_open = ~(is_single & (beside >= k))
    fewest = np.where(is_open, np.minimum(inside, beside), inside)
    often = np.where(is_single, np.minimum(n_waves, 1 + is_open.any(axis=1).sum(axis=0)), n_waves)
    certain = np.where(is_open & is_single, 0, np.where(is_single, inside, 0)).sum(axis=(0, 1))
    few = [-(-fewest.sum(axis=(0, 1)) // often), fewest.sum(axis=1).max(axis=0), certain]
    return np.asarray(np.maximum.reduce(few))


def _far_from_ends(counts: ItemCounts, is_enough: IsSafe, *, may_show: Mask, by_counts: Mask | None, k: int) -> Mask:
    """Places that show the questions: with enough people, and k steps from both ends.

    What is missing must not say more than that fewer than k steps are left. So the company's sum, less those of the
    divisions shown, has k steps for each division that a reader expects beside them, and k more: else it could be
    known that one of those taken back alone has them.
    """

    def is_safe(places: Ints, taken_back: int) -> bool:
        return is_enough(places, 0) and _is_far(counts, places, least=k * (1 + taken_back))

    people = counts.people.sum(axis=(0, 2))
    expected = shown_places(people, may_show if by_counts is None else by_counts, is_enough)
    return shown_places(people, may_show & expected, is_safe, expected=expected)


def _is_far(counts: ItemCounts, places: Ints, *, least: int) -> bool:
    """Whether the sum of each question, if answered, lies so many steps from both ends."""
    asked = counts.people[:, places].sum(axis=(0, 1)) > 0
    ends = (counts.low[:, places].sum(axis=(0, 1)), counts.high[:, places].sum(axis=(0, 1)))
    return all(bool((steps[asked] >= least).all()) for steps in ends)
