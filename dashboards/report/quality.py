"""How far the data can be trusted: reliability of the scales, changed questions, who answered."""

from math import isfinite

from dashboards.figures.axes import Window
from dashboards.figures.drawing import Drawing, Table
from dashboards.figures.levels import Level, levels
from dashboards.figures.running import running
from dashboards.report.lookup import Lookup
from dashboards.wording.changes import common, instrument
from dashboards.wording.numbers import answered, coefficient, count, counted, level, opened, rounded

FEWEST_FOR_A_LINE = 3


def reliability(lookup: Lookup) -> Table:
    rows = []
    for scale in lookup.report.scales:
        alone = len(scale.items) == 1
        alpha, omega = ("one item", "one item") if alone else (coefficient(scale.alpha), coefficient(scale.omega))
        name = opened(lookup.said(scale.scale))
        rows.append([name, count(len(scale.items)), alpha, omega, coefficient(scale.icc1), coefficient(scale.icc2)])
    return Table(["Scale", "Items", "Alpha", "Omega", "ICC(1)", "ICC(2)"], rows)


def common_changes(lookup: Lookup) -> list[str]:
    return [
        common(change, scale=lookup.said(change.scale), unit=lookup.name(change.unit))
        for change in lookup.report.common_changes
    ]


def instrument_changes(lookup: Lookup) -> list[str]:
    return [instrument(change, scale=opened(lookup.said(change.scale))) for change in lookup.report.instrument_changes]


def what_was_read(lookup: Lookup) -> str:
    """The input in one sentence."""
    given = lookup.report.input
    people = f" from {counted(given.persons, 'person', 'people')}" if given.persons else ""
    kind = "answers" if given.kind == "answers" else "rows of summaries"
    rows = (
        f"{count(given.rows)} {kind if given.rows != 1 else kind.replace('answers', 'answer').replace('rows', 'row')}"
    )
    return f"{rows}{people}, {counted(given.units, 'unit')}, {counted(given.waves, 'wave')}."


def one_wave(lookup: Lookup, window: Window) -> Drawing:
    """Levels of the one wave there is."""
    rows, cells = [], []
    for scale in lookup.scales:
        found = lookup.at(lookup.root, scale, lookup.last)
        name = opened(lookup.said(scale))
        if found is not None:
            rows.append(Level(name, found.mean, found.low, found.high))
        said = level(found.mean, found.low, found.high) if found else "no answers"
        cells.append([name, said, "unknown until wave 2"])
    parts = [f"{row.name} {level(row.mean, row.low, row.high)}" for row in rows]
    figure = levels(rows, window=window) if rows else {}
    words = f"Levels with their 90 % intervals: {'; '.join(parts)}."
    return Drawing("levels", figure, words, Table(["Scale", "Level", "Change"], cells))


def evidence(lookup: Lookup) -> Drawing | None:
    """Evidence for a fall, all units and scales together, against the line for an alert."""
    values = [value if isfinite(value) else None for value in lookup.report.evidence]
    if sum(value is not None for value in values) < FEWEST_FOR_A_LINE:
        return None
    line = lookup.report.threshold
    rows = [
        [label, "unknown" if value is None else rounded(value, 1), _side(value, line)]
        for label, value in zip(lookup.labels, values, strict=True)
    ]
    figure = running(values, lookup.labels, line_at=line, line_words="the line for an alert")
    crossed = sum(value is not None and value >= line for value in values)
    words = f"Evidence for a fall, wave by wave; at or past the line for an alert in {counted(crossed, 'wave')}."
    return Drawing("evidence", figure, words, Table(["Wave", "Evidence", "Line"], rows))


def participation(lookup: Lookup) -> Drawing | None:
    """Answers received in the whole, wave by wave; nothing where the counts are unknown."""
    counts = []
    for wave in range(lookup.last + 1):
        found = [lookup.estimates.get((lookup.root, scale), {}).get(wave) for scale in lookup.scales]
        counts.append(max((one.n for one in found if one is not None), default=0))
    if sum(number > 0 for number in counts) < FEWEST_FOR_A_LINE:
        return None
    figure = running([number or None for number in counts], lookup.labels)
    rows = [[label, answered(number)] for label, number in zip(lookup.labels, counts, strict=True)]
    known = [number for number in counts if number]
    words = f"How many answered, wave by wave: between {count(min(known))} and {count(max(known))}."
    return Drawing("answered", figure, words, Table(["Wave", "Answered"], rows))


def _side(value: float | None, line: float) -> str:
    return "" if value is None else "past the line" if value >= line else "below the line"
