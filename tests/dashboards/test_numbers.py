from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.wording import numbers

KEPT = numbers.KEPT


@pytest.mark.parametrize(
    ("value", "said"),
    [(64.4, "64"), (64.5, "65"), (-3.6, "−4"), (-0.4, "0"), (0.0, "0"), (0.5, "1"), (-0.5, "−1")],
)
def test_numbers_are_whole_with_a_true_minus_and_no_minus_zero(value: float, said: str) -> None:
    assert numbers.rounded(value) == said


@pytest.mark.parametrize(("value", "said"), [(5.2, "+5"), (0.2, "0"), (-0.2, "0"), (-5.2, "−5")])
def test_a_change_carries_its_sign_and_nothing_carries_none(value: float, said: str) -> None:
    assert numbers.signed(value) == said


def test_a_range_never_breaks_over_a_line() -> None:
    assert numbers.span(6, 12) == f"6{KEPT}to{KEPT}12"
    assert " " not in numbers.signed_span(-7, 1)


def test_a_level_stands_beside_its_range() -> None:
    assert numbers.level(63.9, 63.2, 64.6) == f"64 (63{KEPT}to{KEPT}65)"


def test_a_range_too_narrow_for_whole_points_gets_a_decimal() -> None:
    assert numbers.level(63.84, 63.7, 63.98) == f"63.8 (63.7{KEPT}to{KEPT}64.0)"


def test_a_missing_level_and_a_missing_range_are_said() -> None:
    assert numbers.level(nan, nan, nan) == "unknown"
    assert numbers.level(64, nan, nan) == "64 (range unknown)"
    assert numbers.give_or_take(nan) == numbers.UNKNOWN_RANGE


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "1 point"), (0.0, "0 points"), (-1.0, "−1 point"), (9.0, "9 points")]
)
def test_one_point_is_singular(value: float, said: str) -> None:
    assert numbers.points(value) == said.replace(" ", KEPT)


def test_a_size_stands_beside_its_range() -> None:
    assert numbers.size(9, 6, 12) == f"9{KEPT}points (6{KEPT}to{KEPT}12)"
    assert numbers.signed_size(-4, -7, -1) == f"−4{KEPT}points (−7{KEPT}to{KEPT}−1)"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "unknown"), (1, "1–4"), (4, "1–4"), (5, "5–9"), (19, "15–19"), (20, "20"), (16464, "16,464")],
)
def test_few_answers_are_said_as_a_band(number: int, said: str) -> None:
    assert numbers.answered(number) == said


@given(st.integers(1, 19))
def test_a_band_holds_its_number(number: int) -> None:
    first, last = (int(end) for end in numbers.answered(number).split("–"))

    assert first <= number <= last


@given(st.floats(-100, 100), st.floats(0.5, 40))
def test_wide_ranges_have_no_decimals(middle: float, half: float) -> None:
    assert "." not in numbers.size(middle, middle - half, middle + half + 0.01)


def test_a_share_has_a_thin_space_before_percent() -> None:
    assert numbers.share(0.817) == f"82{numbers.THIN}%"


def test_parts_are_listed_as_in_a_sentence() -> None:
    assert [numbers.listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_counts_agree_with_their_noun() -> None:
    assert numbers.counted(1, "team") == f"1{KEPT}team"
    assert numbers.counted(2, "person", "people") == f"2{KEPT}people"


def test_small_numbers_are_words() -> None:
    assert [numbers.in_words(number) for number in (1, 12, 13, 1300)] == ["one", "twelve", "13", "1,300"]


def test_what_is_not_finite_is_no_coefficient() -> None:
    assert [numbers.coefficient(value) for value in (0.846, nan, inf)] == ["0.85", "unknown", "unknown"]
