"""How well the questions work, as values: what numbers mean, and why there are none."""

from typing import Any

import pytest

from dashboards.board.source import Board
from dashboards.voices.instrument import Instrument, instrument
from dashboards.voices.instrument_words import measures, straight
from dashboards.wording.numbers import KEPT, THIN
from tests.dashboards.board.meridian import meridian

TEXTS = {"L1": "We ask before we tell", "C2": "Leaders see customers", "E3": "Ideas are used"}
GOOD: dict[str, Any] = {
    "alpha": {"learning": 0.78, "customer_truth": 0.74, "equal_say": 0.71},
    "omega": {"learning": 0.8, "customer_truth": 0.75},
    "straight": 1.5,
    "cannot_say": {"L1": 0.0, "C2": 9.5},
}


def plain(words: str) -> str:
    return words.replace(KEPT, " ").replace(THIN, " ")


@pytest.fixture
def board() -> Board:
    found = meridian().board(None)
    assert found
    return found


def page(board: Board, health: dict[str, Any] | None) -> Instrument:
    return instrument(board, health, TEXTS, belief=meridian().owed.belief)


def test_where_all_is_well_nothing_stands_out(board: Board) -> None:
    found = page(board, GOOD)

    assert plain(found.heading) == "Nothing about the questions stood out in wave 18."
    assert found.warnings == ()
    assert [(one.alpha, one.omega) for one in found.reliability] == [
        ("0.78", "0.80"),
        ("0.74", "0.75"),
        ("0.71", "not told"),
    ]
    assert [one.code for one in found.cannot_say] == ["C2", "L1"]


def test_what_stands_out_is_said_in_words(board: Board) -> None:
    bad = GOOD | {"alpha": {"equal_say": 0.41}, "omega": {}, "straight": 12.0, "cannot_say": {"C2": 31.0}}
    found = page(board, bad | {"warnings": ["Answers of two waves could not be joined."]})

    assert plain(found.heading) == "3 things about the questions stood out in wave 18."
    assert plain(found.notable[0]).startswith("Equal say: reliability 0.41. Its questions ask about different things")
    assert plain(found.notable[2]) == "31 % could not say: Leaders see customers"
    assert found.warnings == ("Answers of two waves could not be joined.",)


@pytest.mark.parametrize(("health", "why"), [(None, "older than this page"), ({}, "Fewer than 50 people answered")])
def test_without_health_it_says_why(board: Board, health: dict[str, Any] | None, why: str) -> None:
    found = page(board, health)

    assert why in found.why_not
    assert "cannot be told" in found.heading


def test_belief_and_history_are_told_all_the_same(board: Board) -> None:
    found = page(board, None)

    assert found.belief
    assert len(found.belief.table.rows) == 18
    assert plain(found.belief_words) == "52 (50 to 54) in November 2026, 47 (45 to 49) in June 2025."
    assert plain(dict(found.history)["Epochs"]).startswith("2 epochs: waves 1 to 12 and waves 13 to 18.")


@pytest.mark.parametrize(
    ("alpha", "omega", "words"), [(0.55, 0.72, "one thing: enough"), (0.62, None, "loosely"), (None, None, "Fewer")]
)
def test_the_larger_reliability_says_what_it_means(alpha: float | None, omega: float | None, words: str) -> None:
    assert words in measures(alpha, omega)


@pytest.mark.parametrize(
    ("percent", "words"), [(0.0, "Nobody"), (1.5, "That is few."), (14.0, "That is many"), (None, "Not told")]
)
def test_straight_lining_is_told_as_few_or_many(percent: float | None, words: str) -> None:
    assert words in straight(percent)
