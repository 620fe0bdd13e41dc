"""New pictures: Plotly takes them in both schemes, and they keep what they promise."""

import plotly.graph_objects as go
import pytest

from dashboards.figures.answering import answering
from dashboards.figures.bands import Band, band_intervals
from dashboards.figures.dots import Change, change_dots
from dashboards.figures.drawing import Figure, Lane, Series
from dashboards.figures.tokens import DARK, LIGHT, paint
from dashboards.figures.trend import trend
from dashboards.figures.waterfall import End, Part, waterfall

PARTS = [Part("Mind", -5, "mind"), Part("Mix", -2.5, "mix"), Part("Cannot be split", -1.5, "unsplit")]
CHANGES = [Change("One question", -14, -20, -8), Change("Another <b>", -4, -9, 1), Change("Up", 3, 1, 5)]
LINE = Series("Delivery", [66, 60, 57], [64, 58, 55], [68, 62, 59], dots=[66, 61, 56])


def figures() -> list[Figure]:
    return [
        change_dots(CHANGES),
        waterfall(End("January", 66), PARTS, End("November", 57)),
        band_intervals([Band("Under 1 year", (55, 50, 60), (65, 60, 70)), Band("Over 10", (58, 50, 66), None)]),
        answering([0.7, None, 0.64, 0.66, 0.7], ["1", "2", "3", "4", "5"]),
        trend([LINE], ["1", "2", "3"], window=(40, 80), lanes=[Lane([0.5, 1.5], "grows", is_span=True)]),
    ]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_plotly_accepts_every_figure_in_both_schemes(number: int, tokens: dict[str, str]) -> None:
    assert go.Figure(paint(figures()[number], tokens)).to_dict()["data"]


def test_a_change_whose_range_holds_zero_is_in_the_colour_of_context() -> None:
    colours = [trace["marker"]["color"] for trace in change_dots(CHANGES)["data"] if trace["mode"] == "markers"]

    assert colours == ["@drift", "@context", "@data"]


def test_every_value_has_room_beside_its_interval() -> None:
    figure = change_dots(CHANGES)
    low, high = figure["layout"]["xaxis"]["range"]

    assert all(max(high - row.high, row.low - low) >= 0.38 * (high - low) for row in CHANGES)


def test_a_waterfall_leads_from_the_level_then_to_the_level_now() -> None:
    bars = [trace for trace in figures()[1]["data"] if trace["type"] == "bar"]

    assert [bar["base"] for bar in bars] == [66, 61, 58.5]
    assert bars[-1]["base"] + bars[-1]["x"][0] == 57
    assert bars[-1]["marker"]["pattern"]["shape"] == "/"


def test_plain_means_are_circles_beside_the_line() -> None:
    circles = figures()[4]["data"][-1]

    assert circles["mode"] == "markers"
    assert circles["y"] == [66, 61, 56]


def test_a_span_is_drawn_in_pixels_below_the_axis() -> None:
    shapes = figures()[4]["layout"]["shapes"]

    assert len(shapes) == 3
    assert all(shape["ysizemode"] == "pixel" and shape["y0"] < 0 for shape in shapes)
