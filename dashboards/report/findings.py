"""Alarms and watch list in words: short beside the heat map, in full with a picture further down."""

from dataclasses import dataclass

from dashboards.figures.axes import Window
from dashboards.figures.drawing import Drawing, Series
from dashboards.figures.trend import trend
from dashboards.report.cards import foremost
from dashboards.report.lookup import Lookup
from dashboards.report.opening import strength
from dashboards.report.series import alt, lanes, onset, series, table
from dashboards.source import Change
from dashboards.wording.changes import (
    began,
    dated,
    grade,
    grade_sentence,
    sentence,
    shape_words,
    watched,
)
from dashboards.wording.numbers import level, opened, signed_size, size
from dashboards.wording.waves import spoken

MOST_PICTURES = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """One change: a label, a sentence, and (for the first ones) what is told about it in full."""

    key: str
    kind: str
    is_alarm: bool
    since: str
    sentence: str
    title: str
    facts: list[tuple[str, str]]
    drawing: Drawing | None


def findings(lookup: Lookup, window: Window) -> list[Finding]:
    """Alarms first, then the watch list; the first ones with pictures."""
    return [_finding(lookup, number, change, window) for number, change in enumerate(_all(lookup))]


def drawn_lines(lookup: Lookup) -> list[Series]:
    """The lines of all pictures, for the axis they share."""
    return [series(lookup, change.unit, change.scale, "data") for change in _all(lookup)[:MOST_PICTURES]]


def _all(lookup: Lookup) -> list[Change]:
    return [*lookup.alarms(), *lookup.watched()]


def _finding(lookup: Lookup, number: int, change: Change, window: Window) -> Finding:
    scale, unit = lookup.said(change.scale), lookup.name(change.unit)
    is_alarm = number < len(lookup.report.alarms)
    told_now = lookup.is_new(change)
    if is_alarm:
        kind = "Alert, new" if told_now else f"Alert after {spoken(change.wave)}"
        words = sentence(change, scale=scale, unit=unit, told_now=told_now)
    else:
        kind = "Watching" if told_now else f"Watched after {spoken(change.wave)}"
        words = watched(change, scale=scale, unit=unit, told_now=told_now)
    return Finding(
        key=f"found-{number}",
        kind=kind,
        is_alarm=is_alarm,
        since=_since(change, told_now=told_now),
        sentence=words,
        title=f"{opened(scale)} in {unit}",
        facts=_facts(lookup, change, is_alarm=is_alarm),
        drawing=_picture(lookup, number, change, window) if _is_drawn(lookup, number, change) else None,
    )


def _since(change: Change, *, told_now: bool) -> str:
    words = began(change).partition(" (")[0]
    return words if told_now else words.replace("since", "from", 1)


def _is_drawn(lookup: Lookup, number: int, change: Change) -> bool:
    """The first ones, except what the card of the scale draws already."""
    return number < MOST_PICTURES and not (change.unit == lookup.root and change is foremost(lookup, change.scale))


def _facts(lookup: Lookup, change: Change, *, is_alarm: bool) -> list[tuple[str, str]]:
    report = lookup.report
    if is_alarm:
        how_much = f"{size(change.size, change.low, change.high)}, {'down' if change.direction == 'down' else 'up'}"
    else:
        sign = -1 if change.direction == "down" else 1
        how_much = signed_size(sign * change.size, *sorted((sign * change.low, sign * change.high)))
    facts = [("How much", how_much), ("Since", dated(change)), ("Shape", shape_words(change))]
    sure = grade_sentence(strength(lookup, change), report.threshold, report.false_alarms_per_year)
    if not is_alarm and grade(strength(lookup, change), report.threshold) != "may be":
        sure = "On the watch list, which is looser than the line for an alert."
    facts += [("How sure", sure), ("Told", f"after {spoken(change.wave)}")]
    now = lookup.at(change.unit, change.scale, lookup.last)
    facts.append(("Level now", level(now.mean, now.low, now.high) if now else "no answers in the last wave"))
    return facts


def _picture(lookup: Lookup, number: int, change: Change, window: Window) -> Drawing:
    units = [change.unit] if change.unit == lookup.root else [change.unit, lookup.root]
    lines = [series(lookup, unit, change.scale, role) for unit, role in zip(units, ("data", "context"), strict=False)]
    figure = trend(
        lines,
        lookup.labels,
        window=window,
        height=300,
        onset=onset(lookup, change),
        lanes=lanes(lookup, change.scale, change.unit),
    )
    words = alt(lookup, change.unit, change.scale, change)
    return Drawing(f"change-{number}", figure, words, table(lookup, units, change.scale))
