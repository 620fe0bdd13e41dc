"""Events as lanes under a trend: moments, new epochs, changed questions."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboards.board.calendar import Calendar, short_day
from dashboards.board.values import Event
from dashboards.figures.drawing import Lane

LONGEST = 36


def lanes(
    events: Iterable[Event], calendar: Calendar, *, units: Sequence[int], most: int, longest: int = LONGEST
) -> tuple[Lane, ...]:
    """The newest moments of the company and of these units, oldest on top; the text tells the others."""
    placed = [
        (event, lane) for event in events if event.unit in {None, *units} if (lane := _lane(event, calendar, longest))
    ]
    placed.sort(key=lambda pair: pair[0].on)
    return tuple(lane for _, lane in placed[-most:])


def noted(events: Iterable[Event], *, units: Sequence[int]) -> str:
    """The same moments in full, in words."""
    here = sorted((event for event in events if event.unit in {None, *units}), key=lambda event: event.on)
    said = [f"{event.words}, {_dates(event)}" for event in here]
    return f"On the timeline: {'; '.join(said)}." if said else ""


def breaks(calendar: Calendar) -> tuple[Lane, ...]:
    """Waves from which on answers are no longer linked with those before, or in which the questions changed."""
    steps = list(pairwise(calendar.waves))
    epochs = [float(at) for at, (before, after) in enumerate(steps, 1) if before.epoch != after.epoch]
    asked = [float(at) for at, (before, after) in enumerate(steps, 1) if before.questionnaire != after.questionnaire]
    found = Lane(epochs, "new epoch: answers before and after are not linked"), Lane(asked, "questions changed")
    return tuple(lane for lane in found if lane.waves)


def _dates(event: Event) -> str:
    started = f"{short_day(event.on)} {event.on.year}"
    return started if event.until is None else f"{started} to {short_day(event.until)} {event.until.year}"


def _lane(event: Event, calendar: Calendar, longest: int) -> Lane | None:
    start = calendar.place(event.on)
    end = None if event.until is None else calendar.place(event.until)
    if end is not None:
        return Lane([start or 0.0, end], _short(event.words, longest), is_span=True)
    if start is None:
        return None
    return Lane([start], f"{_short(event.words, longest)}, {short_day(event.on)}")


def _short(words: str, longest: int) -> str:
    """At a word's end if there is one not far before."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[longest // 2 :] else cut}…".replace(",…", "…")
