import json
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.figures.axes import gridlines, window_of
from dashboards.figures.drawing import Lane, Onset, Series, broken
from dashboards.figures.levels import Level, levels
from dashboards.figures.running import running
from dashboards.figures.tokens import DARK, LIGHT, paint
from dashboards.figures.trend import trend

LABELS = ["2019", "2020", "2021", "2022", "2023"]
FULL = Series("Meridian", [64, 64, 63, 62, 60], [62, 62, 61, 60, 58], [66, 66, 65, 64, 62])
GAPS = Series("Ingest", [50, None, 52, None, 47], [40, None, None, None, 41], [60, None, None, None, 53], "drift")
ONSET = Onset(2, 1, 3, "began about 2021")


def drawn() -> list[dict[str, Any]]:
    both = trend([FULL, GAPS], LABELS, window=(30, 80), onset=ONSET, lanes=[Lane([1, 3], "questions changed")])
    one = levels([Level("learning", 64, 62, 66), Level("x", 40, float("nan"), float("nan"))], window=(30, 80))
    return [both, one, running([0.1, None, 5.0, 2.0, 1.0], LABELS, line_at=4.79, line_words="the line")]


def colours(part: Any, key: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from colours(inner, name)
    elif isinstance(part, list):
        for inner in part:
            yield from colours(inner, key)
    elif key.endswith("color") and isinstance(part, str):
        yield part


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_plotly_accepts_every_figure_in_both_schemes(number: int, tokens: dict[str, str]) -> None:
    figure = paint(drawn()[number], tokens)

    assert go.Figure(figure).to_dict()["data"]


@pytest.mark.parametrize("number", range(3))
def test_figures_name_their_colours(number: int) -> None:
    named = set(colours(drawn()[number]))

    assert named
    assert named <= {f"@{name}" for name in LIGHT}


def test_both_schemes_have_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_only_colours_are_painted() -> None:
    assert paint({"text": "@data", "color": "@data"}, LIGHT) == {"text": "@data", "color": LIGHT["data"]}


@pytest.mark.parametrize("number", range(2))
def test_figures_are_json_without_nan(number: int) -> None:
    assert json.dumps(drawn()[2 * number], allow_nan=False)


def test_gaps_stay_gaps_and_a_lone_wave_gets_a_bar() -> None:
    line = trend([GAPS], LABELS, window=(30, 80))["data"][-1]

    assert line["connectgaps"] is False
    assert line["error_y"]["array"] == [10, 0, 0, 0, 6]


def test_a_band_is_drawn_where_the_interval_is_known() -> None:
    filled = [trace for trace in trend([FULL], LABELS, window=(30, 80))["data"] if trace.get("fill") == "tonexty"]

    assert [trace["x"] for trace in filled] == [[0, 1, 2, 3, 4]]


def test_names_that_are_markup_are_text() -> None:
    figure = trend([Series("<b>R&D</b>", [50], [40], [60])], ["<i>1</i>"], window=(30, 80))

    assert "&lt;b&gt;R&amp;D" in figure["layout"]["annotations"][0]["text"]
    assert figure["layout"]["meta"]["labels"] == ["&lt;i&gt;1&lt;/i&gt;"]


def test_labels_of_lines_that_end_together_do_not_touch() -> None:
    same = [Series(name, [60.0, 60.0], [58.0, 58.0], [62.0, 62.0]) for name in ("Meridian", "Delivery")]
    figure = trend(same, LABELS[:2], window=(40, 80), height=240)
    places = [words["y"] * (240 - 58) for words in figure["layout"]["annotations"]]

    assert abs(places[0] - places[1]) >= 17


def test_words_in_a_lane_keep_clear_of_its_marks() -> None:
    figure = trend(
        [FULL], LABELS, window=(30, 80), lanes=[Lane([0, 2], "early"), Lane([], "none"), Lane([3, 4], "late")]
    )
    said = {
        words["text"]: (words["x"], words["xanchor"])
        for words in figure["layout"]["annotations"]
        if "lane" in words.get("name", "")
    }

    assert said == {"early": (2, "left"), "late": (3, "right")}
    assert figure["layout"]["meta"]["lanes"] == [[0, 2], [3, 4]]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30)), min_size=1, max_size=9))
def test_the_window_is_in_tens_and_holds_every_band(points: list[tuple[float, float]]) -> None:
    low = [max(0, mean - half) for mean, half in points]
    high = [min(100, mean + half) for mean, half in points]
    ends = window_of([Series("a", [mean for mean, _ in points], list(low), list(high))])

    assert 0 <= ends[0] <= min(low)
    assert max(high) <= ends[1] <= 100
    assert ends[0] % 10 == ends[1] % 10 == 0
    assert ends[1] - ends[0] >= 30
    assert (ends[1] - ends[0]) // gridlines(ends) <= 5


def test_without_a_level_the_window_is_the_whole_scale() -> None:
    assert window_of([Series("a", [None], [None], [None])]) == (0, 100)


def test_long_names_end_in_an_ellipsis() -> None:
    rows = broken("Rindfleischetikettierungsüberwachungsaufgaben Sachbearbeitung Süd")

    assert len(rows) == 2
    assert all(len(row) <= 14 for row in rows)
    assert rows[0].endswith("…")
    assert broken("Sales") == ["Sales"]


@pytest.mark.parametrize(("low", "high", "is_column"), [(2, 2, True), (1, 2, False), (0, 4, False)])
def test_a_wide_onset_is_a_bracket_and_a_narrow_one_a_column(low: int, high: int, is_column: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    figure = trend([FULL], LABELS, window=(30, 80), onset=Onset(2, low, high, "began about 2021"))
    shapes = figure["layout"]["shapes"]

    assert any(shape["type"] == "rect" for shape in shapes) is is_column
    assert {shape["x0"] for shape in shapes} >= ({low - 0.4} if is_column else {low, high})
