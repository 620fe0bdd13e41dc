"""A unit's page in words."""

from dataclasses import replace

import pytest

from dashboards.board.calendar import Calendar
from dashboards.board.findings import mix_of
from dashboards.board.pages import AskedOfUnit
from dashboards.board.sizes import from_before
from dashboards.board.unit import UnitPage, unit_of
from dashboards.board.values import Found, Point, Range, Series, Split
from dashboards.board.wording import found as words
from dashboards.board.wording.listing import minds
from tests.dashboards.board import others
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.tree import FakeSource

KEPT = "\N{NO-BREAK SPACE}"


def page(source: FakeSource, name: str, principle: str | None = None) -> UnitPage:
    board = source.board(None)
    assert board is not None
    return unit_of(source, board, AskedOfUnit(source.unit(name), principle))


def test_an_alarmed_unit_opens_with_its_gravest_principle() -> None:
    told = page(meridian(), "Delivery").told

    assert told.heading == "Delivery: equal say has been sliding since about February"
    assert told.lead.startswith(f"A gentle descent of 9{KEPT}points (6{KEPT}to{KEPT}12), from 66 to 57.")
    stayed = f"Of the 9{KEPT}points since January, 5 (2.5 to 7.5) come from people who were already there"
    assert stayed in told.lead
    assert told.lead.endswith("Noted in that time: Delivery doubles, 46 to 94 people. That is no proof of a cause.")


def test_what_is_told_in_words_answers_six_questions() -> None:
    facts = dict(page(meridian(), "Delivery").told.facts)

    assert list(facts) == ["How much", "Since", "Shape", "How sure", "What drives it", "Still falling?"]
    assert facts["Since"] == f"about February{KEPT}2026 (January to April)"
    assert facts["How sure"].startswith("past the line for an alert, which would be crossed at most once in ten years")


def test_a_crash_is_asked_whether_it_is_made_good() -> None:
    facts = dict(page(meridian(), "Ingest").told.facts)

    assert facts["Back?"].startswith(f"no: still 14{KEPT}points")


def test_what_cannot_be_split_is_not_told_as_minds_or_mix() -> None:
    source = meridian()
    (one,) = (found for found in source.board(None).found if found.principle == "equal_say" and found.split)
    across = replace(one.split, parts={"within": Range(-1, -8, 6)})
    calendar = Calendar.of(source.board(None).waves)

    assert minds(replace(one, split=across), calendar, "come from people who stayed").endswith(
        ", 8 cannot be split into minds and mix."
    )


def test_a_small_unit_is_measured_from_the_plain_means_before_its_fall() -> None:
    levels = (58, 58, 52, 42, 40)  # the estimate bends before the fall of the fourth wave
    means = (60, 56, 58, 30, 40)
    points = [Point(Range(level, level - 6, level + 8), mean) for level, mean in zip(levels, means, strict=True)]
    far = from_before(Series(1, "learning", tuple(points)), 3)

    assert far is not None
    assert (far.value, round(far.half)) == (-18, 10)


def test_a_mix_is_no_drift() -> None:
    told = page(meridian(), "Sales").told

    then = f"November{KEPT}2025"
    assert told.heading == (
        f"Sales: customer truth reads 5{KEPT}points higher than in {then}, as different people work there"
    )
    assert dict(told.facts)["Drift"] == "none found"


@pytest.mark.parametrize(("stayed", "is_mix"), [(0, True), (-6, True), (4, True), (5, False), (7, False)])
def test_a_rise_is_mix_where_those_who_stayed_did_not_bring_half_of_it(stayed: float, *, is_mix: bool) -> None:
    split = Split(1, "learning", 13, 10, {"within": Range(stayed, stayed - 8, stayed + 8)})

    assert (mix_of(split) is not None) is is_mix


def test_a_quiet_unit_says_so_with_its_range() -> None:
    told = page(meridian(), "Platform").told

    assert told.heading == "Platform: no drift found in learning"
    assert f"Since November{KEPT}2025 it moved 0{KEPT}points" in told.lead


def test_a_hidden_unit_explains_itself() -> None:
    hidden = page(meridian(), "People & Workplace")

    assert hidden.told.heading == "Nothing can be shown for People & Workplace in November"
    assert hidden.told.facts == []
    assert hidden.still_works.endswith(f"19{KEPT}people are 3\N{NARROW NO-BREAK SPACE}% of the company.")


def test_a_bound_is_a_level_and_no_drift_is_claimed() -> None:
    told = page(others.only_a_bound(), "Ingest").told

    assert told.heading == "Ingest: learning reads ≥ 90"
    assert dict(told.facts)["Drift"].startswith("not judged")


@pytest.mark.parametrize(("waves", "words"), [(1, "and no change yet"), (3, "no drift found in")])
def test_young_programmes(waves: int, words: str) -> None:
    assert words in page(others.waves_of(waves), "Delivery").told.heading


def test_why_some_are_not_shown_never_says_which_is_small() -> None:
    children = page(meridian(), "Delivery").children

    assert children is not None
    assert children.why_title == "Why two teams are not shown"
    assert "We do not say which team is the small one" in " ".join(children.why)


FOUND = meridian().found[0]


@pytest.mark.parametrize(
    ("found", "grade"),
    [
        (replace(FOUND, list="watch", grade="very strong"), "may be"),
        (replace(FOUND, grade="some"), "past the line"),
        (replace(FOUND, grade="very strong"), "well past the line"),
    ],
)
def test_evidence_has_three_grades(found: Found, grade: str) -> None:
    assert words.grade(found) == grade


def test_a_size_that_may_not_be_told_is_left_out() -> None:
    source = meridian()
    calendar = page(source, "Delivery").gathered.calendar
    bare = replace(FOUND, size=None)

    assert words.sentence(bare, what="equal say", where="Delivery", calendar=calendar) == (
        f"Equal say has been sliding in Delivery since about February{KEPT}2026 (January to April)."
    )
    assert words.sentence(FOUND, what="equal say", where="Delivery", calendar=calendar).endswith(
        f": 9{KEPT}points (6{KEPT}to{KEPT}12)."
    )
