"""The judges find leaks that were put there, and none where there is none."""

from collections.abc import Iterable

import numpy as np
import pytest

from tests.redteam.disclosure.bounds import known_answers
from tests.redteam.disclosure.deciding import of_rows
from tests.redteam.disclosure.information_set import exposed_by_guessing
from tests.redteam.disclosure.made_up import N_BANDS, Company, made_up_company
from tests.redteam.disclosure.mixed_integer import exposed_by_program
from tests.redteam.disclosure.published import Published

K = 5


def sums(*groups: Iterable[int], people: int, said: Iterable[int] = ()) -> Published:
    """One answer of each person; 3 unless told."""
    rows = np.zeros((len(groups), people), np.int8)
    for row, group in zip(rows, groups, strict=True):
        row[list(group)] = 1
    return Published(rows, np.arange(people), np.array([*said] or [3] * people))


def judged(published: Published, k: int = K) -> tuple[int, int]:
    rng = np.random.default_rng(20260101)
    return exposed_by_program(published, k=k), exposed_by_guessing(published, rng, k=k)


def test_two_people_left_of_a_unit_are_found() -> None:
    assert judged(sums(range(12), range(10), people=12)) == (2, 2)


def test_nobody_is_found_where_enough_are_left() -> None:
    assert judged(sums(range(12), range(7), people=12)) == (0, 0)


def test_two_people_are_enough_where_two_are_wanted() -> None:
    assert judged(sums(range(12), range(10), people=12), k=2) == (0, 0)


def test_a_band_of_three_that_the_others_imply_is_found() -> None:
    assert judged(sums(range(20), range(8), range(8, 17), people=20)) == (3, 3)


def test_a_team_less_the_newcomers_elsewhere_is_found() -> None:
    company, division, newcomers = range(30), range(15), [*range(3, 15), *range(15, 20)]
    newcomers_outside = range(15, 20)

    assert judged(sums(company, division, newcomers, newcomers_outside, people=30)) == (3, 3)


def test_two_margins_of_a_full_table_are_safe() -> None:
    units = [range(start, start + 12) for start in (0, 12, 24)]
    bands = [[person for person in range(36) if person % 2 == band] for band in (0, 1)]

    assert judged(sums(range(36), *units, *bands, people=36)) == (0, 0)


def test_the_one_who_answered_a_rotating_question_is_found() -> None:
    person = np.array([*range(12), *range(11), 11])
    item = np.array([0] * 12 + [1] * 11 + [2])
    principle, anchor, often = np.ones(24, np.int8), (item == 0).astype(np.int8), (item == 1).astype(np.int8)
    published = Published(np.array([principle, anchor, often]), person, np.full(24, 3))

    assert judged(published) == (1, 1)


def test_answers_of_one_person_count_once() -> None:
    person = np.repeat(np.arange(10), 3)
    rows = np.array([np.ones(30), person < 6], np.int8)

    assert judged(Published(rows, person, np.full(30, 3))) == (4, 4)


def test_six_people_who_all_chose_five_are_known() -> None:
    published = sums(range(12), range(6), people=12, said=[1, 2, 3, 4, 5, 3] + [5] * 6)

    known = known_answers(published, np.random.default_rng(20260101))

    assert known.tolist() == [False] * 6 + [True] * 6


def test_one_step_among_six_people_leaves_all_unknown() -> None:
    published = sums(range(12), range(6), people=12, said=[1, 2, 3, 4, 5, 3] + [5] * 5 + [4])

    assert not known_answers(published, np.random.default_rng(20260101)).any()


def test_the_only_one_who_did_not_choose_five_knows_the_others() -> None:
    published = sums(range(12), range(6), people=12, said=[1, 2, 3, 4, 5, 3] + [5] * 5 + [1])

    known = known_answers(published, np.random.default_rng(20260101), known=np.arange(12) == 11)

    assert known.tolist() == [False] * 6 + [True] * 5 + [False]


@pytest.mark.parametrize("judge", ["program", "guesses"])
def test_showing_whatever_has_five_people_leaks_in_most_companies(judge: str) -> None:
    rng = np.random.default_rng(20260101)
    sizes = rng.integers(60, 400, 6)
    shown = [five_or_more(made_up_company(rng, people=int(size), depth=4)) for size in sizes]

    find = {
        "program": lambda one: exposed_by_program(one, k=K),
        "guesses": lambda one: exposed_by_guessing(one, rng, k=K, guesses=5),
    }[judge]

    assert sum(find(one) > 0 for one in shown) >= 5


def five_or_more(company: Company) -> Published:
    """All units and bands with five people who answered in the first wave."""
    answered = (company.said[0, 0] > 0).any(axis=1)
    groups = list(company.inside)
    for place in [np.ones(answered.size, np.bool_), *company.inside[company.divisions]]:
        groups += [place & (company.band[:, f] == band) for f, n in enumerate(N_BANDS) for band in range(n)]
    large = [group for group in groups if (group & answered).sum() >= K]
    rows = [np.broadcast_to(group[None, :, None], company.said.shape[1:]) for group in large]
    return of_rows(company, rows, 1)
