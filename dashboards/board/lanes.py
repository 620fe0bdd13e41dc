"""Events as lanes under a trend: moments, new epochs, changed questions."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboards.board.calendar import Calendar, short_day
from dashboards.board.values import Event
from dashboards.figures.drawing import Lane

LONGEST = 34


def lanes(events: Iterable[Event], calendar: Calendar, *, units: Sequence[int], most: int) -> tuple[Lane, ...]:
    """The newest moments of the company and of these units, oldest on top; the text tells the others."""
    placed = [(event, lane) for event in events if event.unit in {None, *units} if (lane := _lane(event, calendar))]
    placed.sort(key=lambda pair: pair[0].on)
    return tuple(lane for _, lane in placed[-most:])


def breaks(calendar: Calendar) -> tuple[Lane, ...]:
    """Waves from which on answers are no longer linked with those before, or in which the questions changed."""
    steps = list(pairwise(calendar.waves))
    epochs = [float(at) for at, (before, after) in enumerate(steps, 1) if before.epoch != after.epoch]
    asked = [float(at) for at, (before, after) in enumerate(steps, 1) if before.questionnaire != after.questionnaire]
    found = Lane(epochs, "new epoch: answers before and after are not linked"), Lane(asked, "questions changed")
    return tuple(lane for lane in found if lane.waves)


def _lane(event: Event, calendar: Calendar) -> Lane | None:
    start = calendar.place(event.on)
    end = None if event.until is None else calendar.place(event.until)
    if end is not None:
        return Lane([start or 0.0, end], _short(event.words), is_span=True)
    if start is None:
        return None
    return Lane([start], _short(f"{event.words}, {short_day(event.on)}"))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
