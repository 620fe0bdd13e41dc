"""The small print of the brief: the axis, the release, and who else reads it."""

from dashboards.board.brief.facts import Facts
from dashboards.board.told.telling import Telling
from dashboards.figures.axes import Window

RANGES = 0.9
DIVISIONS = 2
"""Levels of the tree of which everybody is told."""


def caption(telling: Telling, axis: Window, *, has_dots: bool) -> str:
    low, high = (telling.voice.count(end) for end in axis)
    if has_dots:
        return telling.voice.text(
            "Line: estimated level; band: its range; circles: plain mean of the round. The axis of all trends "
            "runs from %(low)s to %(high)s.",
            low=low,
            high=high,
        )
    return telling.voice.text(
        "Line: estimated level; band: its range. The axis of all trends runs from %(low)s to %(high)s.",
        low=low,
        high=high,
    )


def foot(telling: Telling, facts: Facts) -> str:
    board, voice = facts.board, telling.voice
    said = [
        voice.text("Release %(number)s.%(version)s.", number=board.wave.number, version=board.version),
        voice.text("Levels run from 0 to 100; ranges are intervals of %(percent)s.", percent=voice.percent(RANGES)),
    ]
    deep = [one for one in (*facts.open, *facts.recovered) if len(board.path(one.unit)) > DIVISIONS]
    if not board.sees_all:
        said.append(voice.text("The chief executive sees the same numbers of the company."))
    elif deep:
        said.append(
            voice.text(
                "Every employee sees this page, without the buttons and without what is told of units below divisions."
            )
        )
    else:
        said.append(voice.text("Every employee sees this page, without the buttons."))
    return " ".join(said)
