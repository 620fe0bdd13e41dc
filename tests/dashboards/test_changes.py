from math import log, nan

import pytest

from dashboards.source import CommonChange, InstrumentChange
from dashboards.wording import changes
from tests.dashboards.factories import change


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_a_new_slide_is_told_as_going_on() -> None:
    words = changes.sentence(change("M/D", "equal say"), scale="equal say", unit="Delivery", told_now=True)

    expected = "Equal say has been sliding in Delivery since about Feb 2026 (Jan 2026 to Apr 2026): 9 points (6 to 12)."
    assert plain(words) == expected


def test_an_earlier_slide_is_told_as_past() -> None:
    words = changes.sentence(change("M/D", "equal say"), scale="equal say", unit="Delivery", told_now=False)

    assert words.startswith("Equal say slid in Delivery from about Feb 2026")


def test_a_crash_is_dated_to_its_wave() -> None:
    crash = change("M/I", "learning", shape="step", onset="7", onset_low="7", onset_high="7")
    words = changes.sentence(crash, scale="learning", unit="Ingest", told_now=True)

    assert plain(words) == "Learning fell in Ingest in wave 7, by 9 points (6 to 12)."


def test_a_fall_on_the_watch_list_may_be_and_carries_its_sign() -> None:
    small = change("M/C", "equal say", size=4.0, low=-1.0, high=7.0)

    assert plain(changes.watched(small, scale="equal say", unit="Support", told_now=True)).endswith(
        ": −4 points (−7 to +1)."
    )
    assert "may be sliding" in changes.watched(small, scale="equal say", unit="Support", told_now=True)


def test_a_rise_on_the_watch_list_is_no_fall() -> None:
    rise = change("M/S", "x", direction="up", shape="step")

    assert "may have risen" in changes.watched(rise, scale="x", unit="Sales", told_now=True)
    assert plain(changes.watched(rise, scale="x", unit="Sales", told_now=True)).endswith("+9 points (+6 to +12).")


@pytest.mark.parametrize(
    ("evidence", "said"), [(4.0, "may be"), (4.79, "past the line"), (4.79 + log(10), "well past the line")]
)
def test_evidence_is_said_in_three_grades(evidence: float, said: str) -> None:
    assert changes.grade(evidence, 4.79) == said


def test_the_line_is_said_with_its_rate() -> None:
    words = changes.grade_sentence(5.0, 4.79, 0.1)

    assert words == (
        "Past the line for an alert. Had nothing changed anywhere, "
        "that line would be crossed at most once in ten years."
    )
    assert changes.grade_sentence(1.0, 4.79, 0.1) == "Not sure enough for an alert."


def test_every_shape_and_direction_has_its_words() -> None:
    kinds = [(direction, shape) for direction in ("down", "up") for shape in ("step", "ramp")]
    said = {changes.shape_words(change("M", "x", direction=direction, shape=shape)) for direction, shape in kinds}
    verbs = {
        changes.verb(change("M", "x", direction=direction, shape=shape), told_now=now)
        for direction, shape in kinds
        for now in (True, False)
    }

    assert len(said) == 4
    assert verbs == {"fell", "rose", "has been sliding", "slid", "has been rising", "rose gradually"}


@pytest.mark.parametrize(
    ("given", "is_alarm", "word"),
    [
        ({}, True, "slope"),
        ({"shape": "step"}, True, "crash"),
        ({}, False, "watch"),
        ({"direction": "up"}, False, "rise"),
    ],
)
def test_a_tinted_cell_carries_a_word(given: dict[str, str], is_alarm: bool, word: str) -> None:  # noqa: FBT001 -- a parameter of the test
    assert changes.cell_word(change("M", "x", **given), is_alarm=is_alarm) == word


def test_a_common_change_is_told_at_the_parent_alone() -> None:
    moved = CommonChange("2023", "NHS", "burned out", 3.0, 2.0, 4.0, 0.92)
    words = plain(changes.common(moved, scale="burned out", unit="NHS"))

    assert words.startswith("Burned out moved in the parts of NHS together in 2023: +3 points (+2 to +4). 92 % of them")


def test_changed_questions_are_compared_on_what_they_share() -> None:
    moved = InstrumentChange("2022", "My manager", [], ["B5"], 2.9, -1.1)
    words = plain(changes.instrument(moved, scale="My manager"))

    assert "1 item left out (B5)" in words
    assert "As published the level changed by +3; on the items asked in both waves the change is −1" in words


def test_without_common_items_the_change_is_unknown() -> None:
    moved = InstrumentChange("2022", "x", ["a"], ["b"], 2.9, nan)

    assert "the change across them is unknown" in changes.instrument(moved, scale="X")


def test_many_changed_items_are_not_all_named() -> None:
    moved = InstrumentChange("2022", "x", [f"q{number}" for number in range(9)], [], nan, 1.0)
    words = changes.instrument(moved, scale="X")

    assert "q4 and more" in words
    assert "q5" not in words
    assert "Only on the items" in words


def test_a_watched_slide_told_earlier_is_told_as_past() -> None:
    slide, rise = change("M/C", "equal say"), change("M/C", "equal say", direction="up")

    assert "may have slid in Support from about Feb 2026" in changes.watched(
        slide, scale="equal say", unit="Support", told_now=False
    )
    assert "may have risen gradually in Support" in changes.watched(rise, scale="x", unit="Support", told_now=False)
