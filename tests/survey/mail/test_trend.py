"""The chart of an alert: of its size, in the light colours, with gaps and labels where they belong."""

import struct

import pytest

from dashboards.figures.tokens import LIGHT
from survey.mail.drawing.trend import DOUBLE, HEIGHT, WIDTH, Line, Picture, Point, draw_trend, window_of
from survey.mail.writing.trend_words import picture_of
from survey.mail.writing.words import Words
from tests.survey.mail.alerts import LEVELS, alerted, trend


def picture(levels: tuple[float | None, ...], **changed: object) -> Picture:
    points = tuple(None if one is None else Point(one, one - 3, one + 3, one) for one in levels)
    usual = {"line": Line(points, "Sales 57"), "context": None, "onset": None, "onset_words": "", "ticks": ()}
    return Picture(**{**usual, **changed})


@pytest.mark.parametrize(
    "levels", [(60.0,), (60.0, None, 58.0), (None, None, 50.0), (2.0, 1.0), (99.0, 98.0), (5.0, 95.0)]
)
def test_it_is_drawn_of_one_wave_and_of_many_with_gaps_at_any_height(levels: tuple[float | None, ...]) -> None:
    content = draw_trend(picture(levels))

    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (WIDTH * DOUBLE, HEIGHT * DOUBLE)


def test_the_same_picture_is_the_same_bytes() -> None:
    drawn = picture_of(Words("en"), alerted(), trend())

    assert draw_trend(drawn) == draw_trend(drawn)


@pytest.mark.parametrize(("levels", "window"), [((60.0, 62.0), (40, 70)), ((2.0,), (0, 30)), ((99.0,), (70, 100))])
def test_the_window_is_in_tens_and_thirty_points_high(
    levels: tuple[float | None, ...], window: tuple[int, int]
) -> None:
    assert window_of(picture(levels)) == window


def test_ticks_stand_at_quarters_and_ends_with_the_year_where_it_changes() -> None:
    ticks = picture_of(Words("en"), alerted(), trend()).ticks

    assert [words for _, words in ticks] == ["Jun 2025", "Oct", "Jan 2026", "Apr", "Jul", "Nov"]
    assert ticks[-1][0] == len(LEVELS) - 1


def test_lines_are_named_at_their_ends_with_their_levels_and_long_names_cut() -> None:
    drawn = picture_of(Words("en"), alerted(unit="Engineering and Operations"), trend())

    assert drawn.line.label == "Engineering and… 57"
    assert drawn.context
    assert drawn.context.label == "Meridian 60"


def test_the_company_alone_is_one_line() -> None:
    alone = trend()

    assert picture_of(Words("en"), alerted(), type(alone)(alone.waves, alone.unit, None)).context is None


def test_its_colours_are_those_of_light_pages() -> None:
    assert LIGHT["paper"] == "#FFFFFF"
