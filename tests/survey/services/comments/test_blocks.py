"""Whose name stands over comments, and that nothing left over is a small group."""

from hypothesis import given
from hypothesis import strategies as st

from survey.services.comments.blocks import Enough, Part, may_show_any, named_divisions

ENOUGH = Enough.of(5)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    people = draw(st.integers(0, 40))
    written = draw(st.integers(0, people))
    return Part(people, written, draw(st.integers(0, written)))


def left_over(divisions: dict[int, Part], rest: Part, named: frozenset[int]) -> Part:
    return sum((part for unit, part in divisions.items() if unit not in named), rest)


@given(st.dictionaries(st.integers(1, 12), parts(), max_size=12), parts(), st.data())
def test_nothing_that_stands_alone_is_a_small_group(
    divisions: dict[int, Part], rest: Part, data: st.DataObject
) -> None:
    published = data.draw(st.sets(st.sampled_from(sorted(divisions)))) if divisions else set()
    named = named_divisions(divisions, rest, ENOUGH, published=published)
    left = left_over(divisions, rest, named)

    assert named <= published
    for part in (divisions[unit] for unit in named):
        assert part.people >= 10
        assert part.let_through >= 5
    for n in (left.written, left.let_through):
        assert not named or n == 0 or (n >= 5 and left.people >= 10)


def test_a_division_gives_up_its_name_where_one_comment_would_be_left_over() -> None:
    divisions = {1: Part(30, 9, 9), 2: Part(20, 6, 6), 3: Part(12, 1, 1)}

    assert named_divisions(divisions, Part(), ENOUGH, published={1, 2, 3}) == {1}


def test_withholding_does_not_leave_a_few_comments_of_a_division_alone() -> None:
    divisions = {1: Part(30, 5, 4), 2: Part(20, 6, 6)}

    assert named_divisions(divisions, Part(), ENOUGH, published={1, 2}) == frozenset()


def test_withholding_gives_no_division_a_name_that_it_lacked() -> None:
    divisions = {1: Part(30, 9, 9), 2: Part(20, 6, 6), 3: Part(12, 1, 0)}

    assert named_divisions(divisions, Part(), ENOUGH, published={1, 2, 3}) == {1}


def test_a_division_without_published_numbers_has_no_name() -> None:
    assert named_divisions({1: Part(30, 9, 9)}, Part(), ENOUGH, published=()) == frozenset()


def test_ten_people_and_five_comments_are_enough_until_the_smallest_group_is_larger() -> None:
    assert may_show_any(Part(10, 5, 5), ENOUGH)
    assert not may_show_any(Part(9, 5, 5), ENOUGH)
    assert not may_show_any(Part(10, 5, 4), ENOUGH)
    assert not may_show_any(Part(11, 6, 6), Enough.of(7))
