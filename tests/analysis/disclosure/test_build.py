import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure.build import Decision, decide
from analysis.disclosure.counts import Counts
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.prove import is_proved
from analysis.disclosure.sheet import Questions, Sheet, count
from analysis.tree import Tree
from tests.analysis.disclosure.crowds import amid, answers, crowd, whole_menu

SQUARE = crowd((1, (0,), 9), (1, (1,), 9), (2, (0,), 9), (2, (1,), 9))


def decided(counts: Counts, steps: Steps | None = None, k: int = 5) -> Decision:
    return decide(counts, amid(counts) if steps is None else steps, whole_menu(counts), k=k)


def test_a_company_with_enough_people_everywhere_shows_everything() -> None:
    decision = decided(SQUARE)

    assert decision.shown[0].units.all()
    assert decision.shown[0].bands[0].all()
    assert (decision.n_kept, decision.n_large_enough) == (9, 9)


def test_with_ten_as_the_fewest_a_division_of_nine_a_band_shows_its_units_alone() -> None:
    decision = decided(SQUARE, k=10)

    assert decision.shown[0].units.all()
    assert decision.shown[0].bands[0].tolist() == [[True, False, False], [True, False, False]]


def test_one_person_alone_shows_nothing() -> None:
    decision = decided(crowd((1, (0,), 1)))

    assert (decision.n_kept, decision.n_large_enough) == (0, 0)
    assert not decision.shown[0].units.any()


def test_nobody_at_all_shows_nothing() -> None:
    assert decided(crowd()).n_kept == 0


def test_a_company_without_divisions_shows_itself_and_its_bands() -> None:
    decision = decided(crowd((0, (0,), 9), (0, (1,), 9), parent=(-1,)))

    assert decision.n_kept == 3


def test_the_same_answer_of_everybody_shows_nothing_and_keeps_the_choice_for_the_next_wave() -> None:
    decision = decided(SQUARE, answers(SQUARE, 5, 5, 5, 5))

    assert not decision.shown[0].units.any()
    assert decision.by_counts.units.all()


def test_a_scale_with_too_few_answers_leaves_the_others_as_they_are() -> None:
    people = np.hstack((SQUARE.people, [[1], [1], [1], [1]]))
    counts = Counts(SQUARE.tree, SQUARE.unit, SQUARE.band, people, (2,))

    decision = decided(counts)

    assert decision.shown[0].units.all()
    assert not decision.shown[1].units.any()


def test_what_was_shown_before_is_shown_again() -> None:
    first = decided(crowd((0, (0,), 2), (1, (0,), 9), (2, (0,), 8)))
    grown = crowd((0, (0,), 2), (1, (0,), 8), (2, (0,), 9))

    again = decide(grown, amid(grown), whole_menu(grown), k=5, before=first.by_counts)

    assert first.by_counts.units.tolist() == [True, True, False]
    assert again.by_counts.units.tolist() == [True, True, False]
    assert decided(grown).by_counts.units.tolist() == [True, False, True]


def test_fewer_than_two_is_no_group() -> None:
    with pytest.raises(ValueError, match="k must be at least 2; got 1"):
        decided(SQUARE, k=1)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    unit, band = rng.integers(0, 5, 60), np.column_stack((rng.integers(0, 3, 60), rng.integers(0, 2, 60)))
    people, turn = rng.integers(0, 3, (60, 2)), rng.permutation(60)
    tree = Tree([-1, 0, 0, 1, 1])
    counts = Counts(tree, unit, band, people, (3, 2))
    turned = Counts(tree, unit[turn], band[turn], people[turn], (3, 2))

    one, other = decided(counts), decided(turned)

    assert all((a.units == b.units).all() for a, b in zip(one.shown, other.shown, strict=True))
    masks = [(a, b) for x, y in zip(one.shown, other.shown, strict=True) for a, b in zip(x.bands, y.bands, strict=True)]
    assert all((a == b).all() for a, b in masks)


def test_what_units_and_bands_hold_at_an_end_together_is_taken_back() -> None:
    groups = ((3, (0,), 6), (3, (1,), 6), (4, (0,), 12), (2, (0,), 9), (2, (1,), 9))
    counts = crowd(*groups, parent=(-1, 0, 0, 1, 1))
    leaders_of_the_division = (np.array([[0, 0, 0], [0, 1, 0]], np.bool_),)

    decision = decide(counts, answers(counts, 5, 3, 3, 3, 3), leaders_of_the_division, k=5)

    assert decision.by_counts.bands[0].any()
    assert not decision.shown[0].bands[0].any()


def test_units_shown_before_are_shown_again() -> None:
    first = decided(crowd((1, (0,), 9), (2, (0,), 8), (0, (0,), 3), n_bands=(1,)))
    grown = crowd((1, (0,), 9), (2, (0,), 10), (0, (0,), 3), n_bands=(1,))

    again = decide(grown, amid(grown), whole_menu(grown), k=5, before=first.by_counts)

    assert first.by_counts.units.tolist() == [True, True, False]
    assert again.by_counts.units.tolist() == [True, True, False]
    assert decided(grown).by_counts.units.tolist() == [True, False, True]


PROVED_ONLY_WHOLE = (
    "3|01|3030 0|10|2401 1|02|4122 1|20|4224 3|00|1042 2|12|3341 2|10|1444 1|00|2002 0|00|1310 3|00|3130 "
    "3|00|4143 0|01|1031 1|00|0314 2|11|2112 0|00|1043 1|20|0012 2|00|4242 2|01|2311 0|01|3423 1|01|2100 "
    "3|11|3113 0|00|0302 2|01|2010 0|12|1043 3|01|3244 0|01|3320 2|02|4413 2|00|3340 0|01|2410 0|00|3211 "
    "0|00|1040 2|01|1320 "
)
"""People: unit, bands, steps of two questions of each of two scales. The proof holds, until a band is taken back."""


def test_what_was_taken_back_at_an_end_is_proved_again() -> None:
    rows = [[[int(digit) for digit in part] for part in one.split("|")] for one in PROVED_ONLY_WHOLE.split()]
    unit, band, value = (np.array(part) for part in zip(*rows, strict=True))
    questions = Questions(np.array([0, 0, 1, 1]), np.full(4, 4), np.ones(4, np.bool_), 2)
    wave = count(Sheet(Tree([-1, 0, 0, 1]), unit[:, 0], band, (5, 3), value.astype(np.int16)), questions, k=3)

    decision = decide(wave.counts, wave.steps, whole_menu(wave.counts), k=3)

    assert all(is_proved(wave.counts, shown, scale=scale, k=3) for scale, shown in enumerate(decision.shown))
    assert decision.shown[0].units.any()
