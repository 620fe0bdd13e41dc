"""Numbers, days and lists as each language writes them."""

from datetime import date

import pytest

from dashboards.wording.voice import Voice
from survey.translations import catalogue

FIRST, TENTH = date(2026, 12, 1), date(2026, 8, 10)
LANGUAGES = ("en", "de", "fr", "es")


def voice(language: str) -> Voice:
    return Voice(language, catalogue(language, "pages"))


def plain(text: str) -> str:
    """With common spaces, so that a test can be read."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "digits", "said"), [(0.5, 0, "1"), (-0.4, 0, "0"), (-3.5, 0, "−4"), (2.5, 1, "2.5"), (2.0, 1, "2")]
)
def test_numbers_are_rounded_away_from_zero_and_never_below_it(value: float, digits: int, said: str) -> None:
    assert voice("en").number(value, digits) == said


@pytest.mark.parametrize(("value", "said"), [(3.2, "+3"), (0.3, "0"), (-0.3, "0"), (-2.6, "−3")])
def test_a_signed_number_has_its_sign_unless_it_is_none(value: float, said: str) -> None:
    assert voice("de").signed(value) == said


@pytest.mark.parametrize(
    ("language", "span", "signed"),
    [
        ("en", "6 to 12", "−7.5 to +1"),
        ("de", "6 bis 12", "−7,5 bis +1"),
        ("fr", "6 à 12", "−7,5 à +1"),
        ("es", "6 a 12", "−7,5 a +1"),
    ],
)
def test_a_range_is_spoken_and_never_breaks(language: str, span: str, signed: str) -> None:
    said = voice(language).span(6, 12), voice(language).signed_span(-7.5, 1, 1)

    assert [plain(one) for one in said] == [span, signed]
    assert not [one for one in said if " " in one]


@pytest.mark.parametrize(
    ("language", "sizes"),
    [
        ("en", ["0 points", "1 point", "1.5 points", "9 points"]),
        ("de", ["0 Punkte", "1 Punkt", "1,5 Punkte", "9 Punkte"]),
        ("fr", ["0 point", "1 point", "1,5 point", "9 points"]),
        ("es", ["0 puntos", "1 punto", "1,5 puntos", "9 puntos"]),
    ],
)
def test_points_have_the_plural_of_the_language(language: str, sizes: list[str]) -> None:
    assert [plain(voice(language).points(size, 1)) for size in (0, 1, 1.5, 9)] == sizes


@pytest.mark.parametrize(
    ("language", "month", "short", "day", "day_of_year"),
    [
        ("en", "December 2026", "Aug 2026", "Tuesday 1 December", "1 December 2026"),
        ("de", "Dezember 2026", "Aug 2026", "Dienstag, 1. Dezember", "1. Dezember 2026"),
        ("fr", "décembre 2026", "août 2026", "mardi 1er décembre", "1er décembre 2026"),
        ("es", "diciembre de 2026", "ago 2026", "martes 1 de diciembre", "1 de diciembre de 2026"),
    ],
)
def test_days_are_told_as_the_language_tells_them(
    language: str, month: str, short: str, day: str, day_of_year: str
) -> None:
    speaks = voice(language)
    said = [speaks.month(FIRST), speaks.short_month(TENTH), speaks.day(FIRST), speaks.dated(FIRST, "day of year")]

    assert [plain(one) for one in said] == [month, short, day, day_of_year]


@pytest.mark.parametrize(
    ("language", "lists"),
    [("en", ["", "a", "a and b", "a, b and c"]), ("de", ["", "a", "a und b", "a, b und c"]),
     ("fr", ["", "a", "a et b", "a, b et c"]), ("es", ["", "a", "a y b", "a, b y c"])],
)  # fmt: skip
def test_parts_are_listed(language: str, lists: list[str]) -> None:
    assert [voice(language).listing("abc"[:n]) for n in range(4)] == lists


def test_a_share_has_a_thin_space_and_a_count_its_groups() -> None:
    assert [plain(voice(one).percent(0.9)) for one in LANGUAGES] == ["90 %"] * 4
    assert [plain(voice(one).count(12_345)) for one in LANGUAGES] == ["12,345", "12.345", "12 345", "12.345"]


def test_a_language_without_texts_speaks_english_with_its_own_days() -> None:
    assert plain(voice("ar").span(6, 12)) == "6 to 12"
    assert "1" in voice("ar").day(FIRST)
