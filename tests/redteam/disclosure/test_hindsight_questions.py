"""That a question is missing tells no more than that few steps are left: every way to answer is tried."""

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np
import pytest

from analysis.disclosure.counts import Mask
from analysis.disclosure.items import ItemCounts, places_alone, places_with_anchors, places_with_rotating
from analysis.disclosure.partition import shown_places
from analysis.panel import Ints
from tests.redteam.disclosure.hindsight import TOP, K, Said, Seen, told_by, told_to_one_by

Rule = Callable[[ItemCounts], Mask]
Asked = Sequence[Sequence[int]]
"""People by place and question; place 0 is the company itself."""
SMALLEST = [[0], [4], [4]]
ONE_QUESTION: dict[str, Asked] = {
    "somebody at the company": [[1], [5], [4]],
    "two at the company": [[2], [4], [5]],
    "three divisions": [[0], [4], [5], [6]],
    "a larger one": [[0], [4], [4], [8]],
}
TWO_QUESTIONS = [[0, 0], [4, 4], [4, 4]]


def everybody(counts: ItemCounts) -> Mask:
    return np.ones(counts.people.shape[1], np.bool_)


def alone(counts: ItemCounts) -> Mask:
    return places_alone(counts, may_show=everybody(counts), k=K)


def anchors(counts: ItemCounts) -> Mask:
    return places_with_anchors(counts, may_show=everybody(counts), k=K)


def rotating(counts: ItemCounts) -> Mask:
    return places_with_rotating(counts, may_show=everybody(counts), k=K)


def far_from_ends_only(counts: ItemCounts) -> Mask:
    """The rule without a thought of what is missing."""

    def is_safe(places: Ints, _taken_back: int) -> bool:
        return all(int(steps[0, places].sum()) >= K for steps in (counts.low, counts.high))

    return shown_places(counts.people.sum(axis=(0, 2)), everybody(counts), is_safe)


def seen(asked: Asked, rule: Rule) -> Seen:
    """The sums that are shown for each way to answer."""
    people = np.array([asked])
    ways = product(*(range(TOP * n + 1) for n in people.ravel()))
    return {said: _shown(people, said, rule) for said in ways}


def _shown(people: Ints, said: Said, rule: Rule) -> tuple[tuple[int, ...], ...]:
    low = np.array(said).reshape(people.shape)
    places = rule(ItemCounts(people, people, low, TOP * people - low))
    sums = np.concatenate((low[0].sum(axis=0, keepdims=True), low[0, 1:]))
    return tuple((int(place), *sums[place].tolist()) for place in np.flatnonzero(places))


def people_of(asked: Asked) -> list[int]:
    return [n for place in asked for n in place]


def test_what_is_left_of_two_that_were_taken_back_has_steps_for_both() -> None:
    ways = seen(SMALLEST, alone)

    # All of the first division chose the top, and the second alone has the k steps that the company has.
    assert seen(SMALLEST, far_from_ends_only)[0, 8, 4] == ((0, 12),)
    assert ways[0, 8, 4] == ()
    assert any(ways.values())
    assert not told_to_one_by(ways, people_of(SMALLEST))


@pytest.mark.parametrize("name", ONE_QUESTION)
def test_a_missing_question_tells_nobody_s_answers(name: str) -> None:
    asked = ONE_QUESTION[name]
    ways = seen(asked, alone)

    assert any(ways.values())
    assert not told_by(ways, people_of(asked))
    assert not told_to_one_by(ways, people_of(asked))


@pytest.mark.parametrize("name", ONE_QUESTION)
def test_steps_alone_would_tell_them(name: str) -> None:
    asked = ONE_QUESTION[name]

    assert told_to_one_by(seen(asked, far_from_ends_only), people_of(asked))


@pytest.mark.parametrize("rule", [anchors, rotating])
def test_missing_questions_of_a_principle_tell_nobody_s_answers(rule: Rule) -> None:
    ways = seen(TWO_QUESTIONS, rule)

    assert any(ways.values())
    assert not told_by(ways, people_of(TWO_QUESTIONS))
    assert not told_to_one_by(ways, people_of(TWO_QUESTIONS))
