"""Before there is anything to show, the page says when results come, what they will tell, and what is unknown."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.drift.decide import LEAST_HISTORY
from dashboards.board.coming import Coming, awaited
from dashboards.board.wording.early import drift
from dashboards.board.wording.nothing import FEWEST_WAVES
from dashboards.wording.numbers import KEPT
from tests.dashboards.board import others
from tests.dashboards.board.app import made

FIRST = Coming(date(2026, 12, 7), False, date(2026, 12, 21), 612, (("division", 50), ("team", 12), ("team", 5)), 5)


def test_no_alarm_can_come_before_the_engine_raises_one() -> None:
    assert FEWEST_WAVES == LEAST_HISTORY
    assert drift(4) == "too few waves: 4 of 6"


def test_the_first_results_are_told_with_what_they_will_tell() -> None:
    told = awaited(FIRST)

    assert told.heading == "No results yet. The first pulse opens on Monday 7 December."
    assert told.lead.replace("\u00a0", " ") == "612 people will be asked. Results come on Monday 21 December."
    assert [row[1:] for row in told.ahead.rows] == [
        ["± 2", f"over{KEPT}3", "unknown"],
        ["± 6", f"over{KEPT}8", "unknown"],
        ["± 12", f"over{KEPT}17", "unknown"],
        ["not shown"] * 3,
    ]


@pytest.mark.parametrize(
    ("coming", "heading"),
    [
        (None, "No results yet. They come when the first wave closes."),
        (replace(FIRST, opens_on=None), "No results yet. They come when the first wave closes."),
        (replace(FIRST, is_open=True), "No results yet. The first pulse is open."),
    ],
)
def test_a_pulse_is_open_planned_or_neither(coming: Coming | None, heading: str) -> None:
    assert awaited(coming).heading == heading


@pytest.mark.parametrize("n_waves", [1, 5])
def test_the_first_waves_say_what_will_be_told_when(n_waves: int) -> None:
    text = made(others.waves_of(n_waves)).test_client().get("/dashboards").text

    assert '<th scope="col">6 waves</th>' in text
    assert "cannot be told from none" in text
    assert "Line: estimated level" not in text


def test_from_the_sixth_wave_on_the_page_is_the_usual_one() -> None:
    assert "Line: estimated level" in made(others.waves_of(6)).test_client().get("/dashboards").text
