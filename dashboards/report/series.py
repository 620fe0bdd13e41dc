"""From estimates to the lines, tables and words of a trend."""

from math import isfinite

from dashboards.figures.drawing import Drawing, Lane, Onset, Series, Table
from dashboards.report.lookup import Lookup
from dashboards.source import Change
from dashboards.wording.numbers import answered, level, rounded
from dashboards.wording.waves import short, spoken, wave_range


def series(lookup: Lookup, unit: str, scale: str, role: str) -> Series:
    """A unit's level on one scale, wave by wave."""
    found = [lookup.at(unit, scale, wave) for wave in range(lookup.last + 1)]
    return Series(
        name=lookup.name(unit),
        mean=[None if one is None else one.mean for one in found],
        low=[None if one is None else _finite(one.low) for one in found],
        high=[None if one is None else _finite(one.high) for one in found],
        role=role,
    )


def table(lookup: Lookup, units: list[str], scale: str) -> Table:
    """What a trend draws, wave by wave: level with its range, and how many answered."""
    columns = [lookup.estimates.get((unit, scale), {}) for unit in units]
    head = ["Wave", *(part for unit in units for part in (lookup.name(unit), "Drawn towards its parent", "Answered"))]
    rows = []
    for wave, label in enumerate(lookup.labels):
        cells = [label]
        for column in columns:
            one = column.get(wave)
            if one is None:
                cells += ["no answers", "", ""]
            elif not isfinite(one.mean):
                cells += ["not shown in the file", "", ""]
            else:
                shrunk = rounded(one.shrunk) if isfinite(one.shrunk) else "unknown"
                cells += [level(one.mean, one.low, one.high), shrunk, answered(one.n)]
        rows.append(cells)
    return Table(head, rows)


def onset(lookup: Lookup, change: Change) -> Onset | None:
    """The mark of a change; none where it began before the first wave of the file."""
    at = lookup.wave.get(change.onset)
    if at is None:
        return None
    low, high = lookup.wave.get(change.onset_low, at), lookup.wave.get(change.onset_high, at)
    began = "began" if low == high else "began about"
    verbs = {"down": ("fell", began), "up": ("rose", began)}
    words = verbs[change.direction][change.shape == "ramp"]
    return Onset(at, low, high, f"{words} {spoken(short(change.onset))}", rises=change.direction == "up")


def lanes(lookup: Lookup, scale: str, unit: str) -> list[Lane]:
    """Waves in which the questions changed, or in which all parts of the unit moved together."""
    report = lookup.report
    asked = {lookup.wave[change.wave] for change in report.instrument_changes if change.scale == scale}
    together = {
        lookup.wave[change.wave] for change in report.common_changes if (change.scale, change.unit) == (scale, unit)
    }
    return [
        Lane(sorted(asked), "questions changed"),
        Lane(sorted(together), "moved together"),
    ]


def alt(lookup: Lookup, unit: str, scale: str, change: Change | None) -> str:
    """The picture in one sentence."""
    known = [one for wave in range(lookup.last + 1) if (one := lookup.at(unit, scale, wave))]
    if not known:
        return f"No level of {lookup.said(scale)} in {lookup.name(unit)} is known."
    first, last = known[0], known[-1]
    path = (
        f"{lookup.said(scale)} in {lookup.name(unit)}, from {level(first.mean, first.low, first.high)} in "
        f"{spoken(first.wave)} to {level(last.mean, last.low, last.high)} in {spoken(last.wave)}"
    )
    if change is None:
        return f"Line with its 90 % interval: {path}."
    marked = wave_range(change.onset_low, change.onset_high)
    return (
        f"Line with its 90 % interval: {path}. Marked: when the change in {lookup.name(change.unit)} began, {marked}."
    )


def drawn(key: str, figure: dict[str, object], words: str, behind: Table) -> Drawing:
    return Drawing(key=key, figure=figure, alt=words, table=behind)


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
