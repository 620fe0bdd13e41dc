"""One card for each scale: a sentence, the trend of the whole, and the numbers behind it."""

from dataclasses import dataclass

from dashboards.figures.axes import Window, window_of
from dashboards.figures.drawing import Drawing, Series
from dashboards.figures.trend import trend
from dashboards.report.lookup import FEW_WAVES, Lookup
from dashboards.report.moves import in_words
from dashboards.report.series import alt, lanes, onset, series, table
from dashboards.report.sight import is_sharp, sight
from dashboards.source import Change
from dashboards.wording.changes import sentence, watched
from dashboards.wording.numbers import counted, level, opened

WIDE_HEIGHT, HEIGHT = 320, 240


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    words: list[str]
    drawing: Drawing


def cards(lookup: Lookup, window: Window) -> list[Card]:
    return [_card(lookup, number, scale, window) for number, scale in enumerate(lookup.scales)]


def lines(lookup: Lookup, scale: str) -> list[Series]:
    """The whole, and the unit that changed most surely."""
    change = foremost(lookup, scale)
    drawn = [series(lookup, lookup.root, scale, "data")]
    if change is not None and change.unit != lookup.root:
        drawn.append(series(lookup, change.unit, scale, "drift" if change.direction == "down" else "context"))
    return drawn


def window(lookup: Lookup, others: list[Series]) -> Window:
    """The one window of all trends of the page."""
    return window_of([line for scale in lookup.scales for line in lines(lookup, scale)] + others)


def _card(lookup: Lookup, number: int, scale: str, window: Window) -> Card:
    change = foremost(lookup, scale)
    drawn = lines(lookup, scale)
    units = [lookup.root] if len(drawn) == 1 or change is None else [lookup.root, change.unit]
    figure = trend(
        drawn,
        lookup.labels,
        window=window,
        height=WIDE_HEIGHT if len(lookup.scales) == 1 else HEIGHT,
        onset=None if change is None or not drawn[-1].is_known else onset(lookup, change),
        lanes=lanes(lookup, scale, lookup.root),
        lane_rows=max(sum(bool(lane.waves) for lane in lanes(lookup, other, lookup.root)) for other in lookup.scales),
    )
    picture = Drawing(f"scale-{number}", figure, alt(lookup, lookup.root, scale, change), table(lookup, units, scale))
    return Card(opened(lookup.said(scale)), _words(lookup, scale), picture)


def foremost(lookup: Lookup, scale: str) -> Change | None:
    """The change a card draws: of the whole before of a part, alarms before the watch list."""
    told = [change for change in lookup.alarms() if change.scale == scale]
    told = told or [change for change in lookup.watched() if change.scale == scale]
    whole = [change for change in told if change.unit == lookup.root]
    return next(iter(whole or told), None)


def _words(lookup: Lookup, scale: str) -> list[str]:
    alarms = [change for change in lookup.alarms() if change.scale == scale]
    watch = [change for change in lookup.watched() if change.scale == scale]
    words = [_whole(lookup, scale, [*alarms, *watch])]
    change = foremost(lookup, scale)
    if change is not None and alarms:
        words.append(_told(lookup, change))
    elif change is not None:
        words.append(
            watched(change, scale=lookup.said(scale), unit=lookup.name(change.unit), told_now=lookup.is_new(change))
        )
    left = len(alarms) + len(watch) - 1
    if left > 0:
        words.append(f"{counted(left, 'more change')} below.")
    elif not alarms and not watch and lookup.last + 1 >= FEW_WAVES:
        words.append("No drift found." if len(lookup.units) == 1 else "No drift found, in the whole or in any unit.")
    return [" ".join(words), in_words(lookup, lookup.root, scale)]


def _told(lookup: Lookup, alarm: Change) -> str:
    return sentence(alarm, scale=lookup.said(alarm.scale), unit=lookup.name(alarm.unit), told_now=lookup.is_new(alarm))


def _whole(lookup: Lookup, scale: str, changes: list[Change]) -> str:
    now = lookup.at(lookup.root, scale, lookup.last)
    if now is None:
        return f"{opened(lookup.name(lookup.root))} has no level in the last wave."
    said = level(now.mean, now.low, now.high)
    if any(change.unit == lookup.root for change in changes):
        return f"Now at {said}."
    return f"{'Holding at' if lookup.last + 1 >= FEW_WAVES and is_sharp(sight(lookup, scale)) else 'At'} {said}."
