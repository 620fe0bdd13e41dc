import numpy as np

from analysis.disclosure.counts import Counts
from analysis.disclosure.ends import without_near
from analysis.disclosure.homogeneity import without_extremes
from analysis.disclosure.prove import Choice
from tests.analysis.disclosure.crowds import answers, crowd

PARENT = (-1, 0, 0, 1, 1)
"""Two divisions; the first has two teams."""
LEADERS_IN_ONE_TEAM = crowd((3, (0,), 6), (3, (1,), 6), (4, (0,), 12), (2, (0,), 9), (2, (1,), 9), parent=PARENT)
LEADERS_OF_THE_DIVISION = np.array([[0, 0, 0], [0, 1, 0]], np.bool_)


def choice(counts: Counts, bands: np.ndarray) -> Choice:
    return Choice(np.ones(counts.tree.n_units, np.bool_), (bands,))


def test_a_team_without_its_leaders_that_all_chose_five_costs_the_leaders_their_number() -> None:
    counts, shown = LEADERS_IN_ONE_TEAM, choice(LEADERS_IN_ONE_TEAM, LEADERS_OF_THE_DIVISION)
    steps = answers(counts, 5, 3, 3, 3, 3)

    assert without_extremes(counts, steps, shown, scale=0, k=5).bands[0].any(), "each part alone is far enough"
    assert not without_near(counts, steps, shown, scale=0, k=5).bands[0].any()


def test_the_same_at_the_lower_end() -> None:
    counts, shown = LEADERS_IN_ONE_TEAM, choice(LEADERS_IN_ONE_TEAM, LEADERS_OF_THE_DIVISION)

    assert not without_near(counts, answers(counts, 1, 3, 3, 3, 3), shown, scale=0, k=5).bands[0].any()


def test_nothing_is_taken_back_where_everybody_might_have_said_something_else() -> None:
    counts, shown = LEADERS_IN_ONE_TEAM, choice(LEADERS_IN_ONE_TEAM, LEADERS_OF_THE_DIVISION)

    assert without_near(counts, answers(counts, 4, 3, 3, 5, 3), shown, scale=0, k=5).bands[0].any()


def test_only_the_band_that_holds_people_at_an_end_is_taken_back() -> None:
    counts = LEADERS_IN_ONE_TEAM
    both = np.array([[0, 0, 0], [0, 1, 1]], np.bool_)

    found = without_near(counts, answers(counts, 5, 3, 3, 3, 3), choice(counts, both), scale=0, k=5)

    assert found.bands[0].tolist() == [[False] * 3, [False, False, True]]


def test_a_single_answer_that_the_sums_give_is_taken_back() -> None:
    counts = crowd((1, (0,), 1), (1, (1,), 8), (2, (0,), 9))

    found = without_near(counts, answers(counts, 3, 3, 3), choice(counts, LEADERS_OF_THE_DIVISION), scale=0, k=5)

    assert not found.bands[0].any()


def test_people_at_an_end_may_move_by_way_of_another_division() -> None:
    counts = crowd((1, (0,), 6), (1, (1,), 6), (2, (0,), 6), (2, (1,), 6))
    company_bands = np.array([[1, 0, 0], [1, 0, 0]], np.bool_)

    assert without_near(counts, answers(counts, 5, 3, 3, 3), choice(counts, company_bands), scale=0, k=5).bands[0].any()


def test_a_smaller_band_that_holds_nobody_at_an_end_stays() -> None:
    counts = crowd((3, (0,), 6), (3, (1,), 6), (4, (0,), 12), (2, (0,), 9), (2, (1,), 5), parent=PARENT)
    both = np.array([[0, 0, 0], [0, 1, 1]], np.bool_)

    found = without_near(counts, answers(counts, 5, 3, 3, 3, 3), choice(counts, both), scale=0, k=5)

    assert found.bands[0].tolist() == [[False] * 3, [False, False, True]]


def test_a_combination_four_steps_from_an_end_costs_what_one_at_the_end_costs() -> None:
    counts, shown = LEADERS_IN_ONE_TEAM, choice(LEADERS_IN_ONE_TEAM, LEADERS_OF_THE_DIVISION)
    steps = answers(counts, 5, 3, 3, 3, 3)
    steps.high[0], steps.low[0] = 4, 20

    assert not without_near(counts, steps, shown, scale=0, k=5).bands[0].any()


def test_with_five_steps_it_is_shown() -> None:
    counts, shown = LEADERS_IN_ONE_TEAM, choice(LEADERS_IN_ONE_TEAM, LEADERS_OF_THE_DIVISION)
    steps = answers(counts, 5, 3, 3, 3, 3)
    steps.high[0], steps.low[0] = 5, 19

    assert without_near(counts, steps, shown, scale=0, k=5).bands[0].any()
