"""What the monitor refuses, and that it says which; what it warns of; what it takes without a word."""

import numpy as np
import pytest

from analysis import Answers, Instrument, Scores, Summaries, Tree, monitor
from analysis.panel import Panel

TREE = Tree([-1, 0, 0])
INSTRUMENT = Instrument([0, 0], [1, 1], [5, 5], [False, False])


def scores(**columns: list[float]) -> Scores:
    """Two waves of four people in two units."""
    rows = {
        "wave": [0, 0, 0, 0, 1, 1, 1, 1],
        "person": [0, 1, 2, 3, 0, 1, 2, 3],
        "unit": [1, 1, 2, 2, 1, 1, 2, 2],
        "scale": [0] * 8,
        "value": [60, 55, 70, 65, 61, 50, 71, 66],
    }
    return Scores(**{**rows, **columns})


def answers(**columns: list[float]) -> Answers:
    rows = {"wave": [0, 0, 1], "person": [0, 0, 0], "unit": [1, 1, 1], "item": [0, 1, 0], "value": [4, 5, 3]}
    return Answers(**{**rows, **columns})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (scores(unit=[1, 1, 2, 2, 1, 1, 2, 3]), "row 7: unit 3 is not in the tree of 3 units"),
        (scores(person=[0, 1, 0, 3, 0, 1, 2, 3]), "person 0 is in units 1 and 2 in wave 0"),
        (scores(person=[0, 1, 2, 3, 0, 0, 2, 3]), "person 0 has two scores in scale 0, wave 1"),
        (scores(wave=[], person=[], unit=[], scale=[], value=[]), "no rows: at least one answer is wanted"),
        (Summaries([0, 0], [1, 1], [0, 0], [5, 5], [60, 61], [20, 20]), "unit 1 has two rows for scale 0 in wave 0"),
    ],
)
def test_rows_that_contradict_each_other_are_refused_by_name(data: Panel, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        monitor(data, TREE)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"value": [4, 6, 3]}, r"value 6\.0 of item 1 is outside 1\.0 to 5\.0"),
        ({"item": [0, 2, 0]}, "item 2 is unknown; the instrument has items 0 to 1"),
        ({"item": [0, 0, 0]}, "person 0 answered item 0 twice in wave 0"),
        ({"unit": [1, 2, 1]}, "person 0 is in units 1 and 2 in wave 0"),
    ],
)
def test_answers_that_cannot_be_are_refused_by_name(columns: dict[str, list[float]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        monitor(answers(**columns), TREE, instrument=INSTRUMENT)


def test_answers_without_an_instrument_are_refused() -> None:
    with pytest.raises(ValueError, match="answers need an instrument"):
        monitor(answers(), TREE)


def test_a_score_outside_of_0_to_100_is_refused() -> None:
    with pytest.raises(ValueError, match=r"value must lie in 0 to 100 points; row 1 is 101"):
        scores(value=[60, 101, 70, 65, 61, 50, 71, 66])


@pytest.mark.parametrize(
    ("parent", "said"),
    [
        ([-1, -1, 0], r"2 roots, units \[0, 1\]"),
        ([-1, 2, 1], "unit 1 is its own ancestor"),
        ([1, 0], "no root"),
        ([-1, 7], "unit 1 has parent 7"),
        ([], "at least one unit"),
    ],
)
def test_what_is_no_tree_is_refused(parent: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Tree(np.array(parent, dtype=np.int64))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"times": [0.0, 0.0]}, "times must rise from wave to wave; wave 1"),
        ({"times": [0.0]}, "times must say something of every wave; got 1 for 2 waves"),
        ({"times": [0.0, np.nan]}, "times must be finite; row 1"),
        ({"epochs": [0]}, "epochs must say something of every wave"),
        ({"times": [0.0, 1.0], "epochs": [0, 0, 1]}, "times and epochs must be of the same length"),
        ({"waves_per_year": 0}, "waves_per_year must be above 0; got 0"),
        ({"false_alarms_per_year": 0}, "false_alarms_per_year must be above 0; got 0"),
        ({"smallest_change": -1}, "smallest_change must be above 0 points; got -1"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        monitor(scores(), TREE, **options)


def test_a_carry_that_ends_after_the_first_wave_is_refused() -> None:
    carry = monitor(scores(), TREE, times=[0.0, 0.5]).carry

    with pytest.raises(ValueError, match="times must rise from wave to wave; wave 0"):
        monitor(scores(), TREE, times=[0.25, 0.75], carry=carry)


def test_other_things_than_panels_are_refused() -> None:
    with pytest.raises(TypeError, match="data must be Answers, Scores or Summaries; got list"):
        monitor([], TREE)


def test_a_person_may_sit_elsewhere_in_another_wave() -> None:
    assert monitor(scores(unit=[1, 1, 2, 2, 2, 1, 2, 2]), TREE).alarms == ()


def test_waves_after_the_last_answer_age_and_say_nothing() -> None:
    result = monitor(scores(), TREE, times=[0.0, 0.1, 0.2, 0.3])

    assert result.log_evidence.size == 4
    assert (result.log_evidence[2:] == result.log_evidence[1]).all()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (scores(person=[-1] * 8), "not linked over waves"),
        (Summaries([0, 1], [1, 1], [0, 0], [0, 9], [60, 61], [20, 20]), "number of people is unknown in 50% of"),
        (Summaries([0, 1], [1, 1], [0, 0], [9, 9], [60, 61], [20, np.nan]), "spread between people is unknown"),
    ],
)
def test_what_weakens_the_promise_is_said(data: Panel, said: str) -> None:
    assert any(said in warning for warning in monitor(data, TREE).warnings)
