"""The report in a few lines of words, for who asked for no file."""

from dashboards.source import Change, Report

MOST_LINES = 10


def in_words(report: Report) -> str:
    """What was read, what changed, and what could not have been seen."""
    counts = report.input
    persons = f", {_counted(counts.persons, 'person')}" if counts.kind == "answers" else ""
    read = (
        f"{_counted(counts.rows, 'row')}{persons}, {_counted(counts.units, 'unit')}, {_counted(counts.waves, 'wave')}."
    )
    lines = [f"Read: {read}", _heading(report), *_told(report.alarms), *_unseen(report)]
    if report.watch:
        lines += [f"On the watch list: {len(report.watch):,}.", *_told(report.watch)]
    return "\n".join([*lines, *(f"Note: {warning}" for warning in report.warnings)])


def _heading(report: Report) -> str:
    rate = f"at {report.false_alarms_per_year:g} false alarms a year"
    if not report.alarms:
        return f"No fall raised an alarm ({rate})."
    return f"Falls that raised an alarm ({rate}): {len(report.alarms):,}."


def _told(changes: list[Change]) -> list[str]:
    lines = [
        f"  {change.unit}, {change.scale}: {'−' if change.direction == 'down' else '+'}{change.size:.1f} points "
        f"({change.low:.1f} to {change.high:.1f}) since {change.onset} ({change.onset_low} to {change.onset_high})"
        for change in changes[:MOST_LINES]
    ]
    return lines + ([f"  … and {len(changes) - MOST_LINES:,} more"] if len(changes) > MOST_LINES else [])


def _unseen(report: Report) -> list[str]:
    """The fall of the company that would have been found within a year."""
    root = report.units[0].unit
    return [
        f"A fall of the company in {found.scale} of {found.points:.1f} points would have been found within "
        f"{found.months} months with {found.power:.0%} probability."
        for found in report.detectability
        if found.unit == root and found.months == 12 and found.points == found.points
    ]


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
