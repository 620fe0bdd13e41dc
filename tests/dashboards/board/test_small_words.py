"""Sentences at their edges: one, none, unknown."""

from datetime import date

import pytest

from dashboards.board.calendar import Calendar
from dashboards.board.values import Cell, Range, ReplyOwed
from dashboards.board.wording import answering, early, nothing, reply, sight
from dashboards.board.wording.groups import changes, gap
from tests.dashboards.board.tree import waves

KEPT = "\N{NO-BREAK SPACE}"
CALENDAR = Calendar.of(waves(3, asked=612))
OWED = ReplyOwed("", "", "", is_written=False, due_on=date(2026, 12, 7), can_be_written=True, belief=())
LEVEL = Range(64, 62, 66)


@pytest.mark.parametrize(
    ("asked", "answered", "words"),
    [
        (612, 431, "How the other 181 would have answered is unknown. Had all of them scored 10 points lower,"),
        (12, 11, "How the one other person would have answered is unknown."),
        (12, 12, "Everybody answered."),
        (None, 12, "How many did not answer is unknown."),
    ],
)  # fmt: skip
def test_those_who_did_not_answer_could_change_the_level(asked: int | None, answered: int, words: str) -> None:
    assert answering.silent(asked, answered, 64).startswith(words)


def test_the_same_of_a_unit_and_of_one_person() -> None:
    assert answering.of_unit("Delivery", "November", (94, 28), 57, what="equal say") == (
        "28 people in Delivery did not answer in November. Had they scored 10 points lower, equal say would read 54; "
        "had they scored 10 higher, 60."
    )
    assert answering.of_unit("Sales", "May", (20, 1), 57, what="learning").startswith("1 person in Sales")
    assert answering.of_unit("Sales", "May", (20, 0), 57, what="learning") == "Everybody in Sales answered in May."


@pytest.mark.parametrize(
    ("cell", "n_waves", "words"),
    [
        (Cell(LEVEL, "", 40, None, None, {}), 1, "unknown until wave 2"),
        (Cell(LEVEL, "", 9, None, None, {}), 6, "not judged: fewer than 10 answers"),
        (Cell(None, "≥ 90", 40, None, None, {}), 6, "not judged: answers nearly all alike"),
        (Cell(LEVEL, "", 40, None, None, {}), 6, "too few waves to compare"),
    ],
)
def test_four_kinds_of_no_change_are_told_apart(cell: Cell, n_waves: int, words: str) -> None:
    assert nothing.no_change(cell, n_waves, 5) == words


@pytest.mark.parametrize(("number", "words"), [(0, "All teams are shown."), (1, "1 team is"), (2, "2 teams are")])
def test_how_many_are_not_shown(number: int, words: str) -> None:
    assert nothing.units_not_shown(number, "team").startswith(words)


def test_a_reply_that_is_owed_says_by_when_and_what_happens_without_it() -> None:
    assert reply.owed(OWED, "November").startswith(
        "The November reply is due before the next wave opens on Monday 7 December."
    )
    assert reply.owed(OWED, "November").endswith("Without one the next pulse says so.")


def test_belief_is_told_now_and_at_first() -> None:
    one, both = Range(47, 45, 49), (Range(47, 45, 49), None, Range(52, 50, 54))
    with_belief = ReplyOwed("", "", "", is_written=True, due_on=None, can_be_written=True, belief=both)

    assert reply.belief(OWED, CALENDAR).endswith("not shown yet.")
    assert f"52 (50{KEPT}to{KEPT}54) in August" in reply.belief(with_belief, CALENDAR)
    assert f"47 (45{KEPT}to{KEPT}49) in June" in reply.belief(with_belief, CALENDAR)
    assert one == both[0]


@pytest.mark.parametrize(
    ("n_waves", "words"),
    [(1, "Wave 1: three levels, and no change yet."), (3, "Wave 1: three levels, and too few waves")],
)
def test_the_first_waves_promise_nothing(n_waves: int, words: str) -> None:
    assert early.heading(1, n_waves, 3).startswith(words)
    assert early.heading(1, n_waves, 0) == "Wave 1: nothing can be shown yet."


@pytest.mark.parametrize(
    ("shown", "hidden", "words"),
    [(1, 0, "the only division"), (3, 0, "all 3 divisions"), (0, 3, "no division"), (9, 1, "1 is not")],
)
def test_how_many_divisions_have_levels(shown: int, hidden: int, words: str) -> None:
    assert words in early.where(shown, hidden).replace(KEPT, " ")


def test_what_could_go_unseen_is_unknown_where_nothing_is_known() -> None:
    blind = Cell(LEVEL, "", 40, None, None, {})
    sharp = Cell(LEVEL, "", 40, None, None, {6: 2.2})

    assert sight.unseen("Meridian", [blind, sharp]).endswith("is unknown.")
    assert f"less than 2{KEPT}points" in sight.unseen("Meridian", [sharp])
    assert sight.smallest(None) == "none"


def test_a_gap_that_grew_is_told_with_its_doubt() -> None:
    grown = gap([Range(3, -7, 13), None, Range(11, 4, 18)], None, CALENDAR)

    assert grown.startswith(f"Leads rate it 11{KEPT}points higher (4{KEPT}to{KEPT}18); in June{KEPT}2025 it was +3")
    assert grown.endswith(f"The gap has probably grown, by 8{KEPT}points (−4{KEPT}to{KEPT}20); that is not certain.")
    assert gap([None, None], None, CALENDAR) == "Never both shown in one wave, so the gap is unknown."
    assert gap([Range(1, -2, 4)], None, CALENDAR).endswith("One wave has no before.")


def test_groups_are_told_apart_only_where_their_ranges_are() -> None:
    alike = [("Under 1 year", Range(-10, -16, -3)), ("Over 10 years", Range(-7, -14, 1))]
    apart = [("Under 1 year", Range(-10, -12, -8)), ("Over 10 years", Range(2, 0, 4))]

    assert "No group can be told apart" in changes(alike)
    assert changes(apart).endswith("Under 1 year and Over 10 years moved otherwise than the others.")
    assert changes([]) == "How they moved is unknown."
