"""Words are found whatever their case and accents; an order tells nothing; numbers are told in bands."""

from dataclasses import dataclass

import pytest

from survey.services.comments.finding import band_from, band_words, has, shuffled


@dataclass(frozen=True)
class One:
    id: bytes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Straße war gesperrt", "STRASSE"),
        ("Un cliente nos dijo que llegó tarde", "LLEGO"),
        ("On a rappelé trois fois", "rappele trois"),
        ("two\nlines", "two lines"),
        ("العميل اتصل مرتين", "اتصل"),
    ],
)
def test_case_accents_and_line_ends_make_no_difference(text: str, wanted: str) -> None:
    assert has(text, wanted)


def test_what_is_not_there_is_not_found() -> None:
    assert not has("We asked five customers", "six customers")


def test_the_same_seed_gives_the_same_order_and_another_another() -> None:
    comments = [One(bytes([number])) for number in range(20)]

    assert shuffled(comments, "a1") == shuffled(reversed(comments), "a1")
    assert shuffled(comments, "a1") != shuffled(comments, "b2")
    assert sorted(shuffled(comments, "a1"), key=lambda one: one.id) == comments


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "none"),
        (3, "fewer than 5"),
        (5, "5 to 9"),
        (49, "20 to 49"),
        (1500, "1,000 to 1,999"),
        (99_999, "10,000 or more"),
    ],
)
def test_a_number_is_told_as_a_band(n: int, words: str) -> None:
    assert band_words(band_from(n)) == words


def test_a_band_does_not_reach_beyond_the_whole() -> None:
    assert band_words(50, of=60) == "50 or more"
    assert band_words(20, of=60) == "20 to 49"
