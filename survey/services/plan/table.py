"""A plan as a table of plain text."""

import math
from collections.abc import Callable, Sequence
from dataclasses import fields

from analysis.gains import Gain
from analysis.planner import HORIZONS, YEARS, FallFound
from analysis.programme import Programme
from survey.services.plan.comparison import Alternative, Plan
from survey.services.plan.sentence import SUBJECTS, in_a_sentence

NAMED, CELL = 26, 23
"""Widths of the columns."""


def as_table(plan: Plan) -> str:
    """The sentence, the falls found, and for each alternative the differences."""
    parts = [
        in_a_sentence(plan),
        "Lasting falls that would be found with 80 % probability within so many months of their start, in points:\n"
        "median (range over units and simulated companies)\n"
        + _table(plan.programme, [_range(fall) for fall in plan.falls]),
        *(_compared(plan, other) for other in plan.alternatives),
        "\n".join(f"Note: {note}" for note in plan.notes),
    ]
    return "\n\n".join(parts)


def _compared(plan: Plan, other: Alternative) -> str:
    rows = zip(plan.falls, other.falls, other.gains, strict=True)
    heading = (
        f"With {SUBJECTS[other.name]} ({_changed(plan.programme, other.programme)}): difference in points, "
        "and in months until the fall above is found"
    )
    return f"{heading}\n{_table(plan.programme, [_difference(*row) for row in rows])}"


def _changed(planned: Programme, other: Programme) -> str:
    names = [field.name for field in fields(Programme)]
    (name,) = [name for name in names if getattr(planned, name) != getattr(other, name)]
    was, now = getattr(planned, name), getattr(other, name)
    words: dict[str, Callable[[], str]] = {
        "linked": lambda: f"epochs of {planned.epoch_months} months" if planned.epoch_months else "for good",
        "epoch_months": lambda: f"{now} months instead of {was}",
        "sample": lambda: f"everybody instead of {100 * was:.0f} %",
        "waves_per_year": lambda: f"{now} waves a year instead of {was}",
    }
    return words[name]()


def _table(programme: Programme, cells: Sequence[str]) -> str:
    lines = [" " * NAMED + "".join(f"{f'{months} months':<{CELL}}" for months in HORIZONS)]
    names = [_level(programme, level) for level in programme.levels]
    for year, years in enumerate(YEARS):
        lines.append(f"After {years} year{'' if years == 1 else 's'} of waves")
        for at, name in enumerate(names):
            first = (at * len(YEARS) + year) * len(HORIZONS)
            row = "".join(f"{cell:<{CELL}}" for cell in cells[first : first + len(HORIZONS)])
            lines.append(f"  {name:<{NAMED - 2}}{row}")
    return "\n".join(line.rstrip() for line in lines)


def _level(programme: Programme, level: str) -> str:
    people = round(programme.people / programme.levels[level])
    return f"{level} of {people:,}"


def _range(fall: FallFound) -> str:
    if math.isnan(fall.points):
        return "none"
    high = f"to {fall.high:.1f}" if not math.isnan(fall.high) else "or more"
    return f"{fall.points:.1f} ({fall.low:.1f} {high})"


def _difference(planned: FallFound, other: FallFound, gain: Gain) -> str:
    if math.isnan(planned.points):
        return "none" if math.isnan(other.points) else f"{other.points:.1f}, not none"
    if math.isnan(other.points):
        return "none any more"
    if math.isnan(gain.months):
        return f"{_signed(gain.points)} / over a year"
    if gain.at_least and gain.months == 0:
        return _signed(gain.points)  # both within the first horizon, below which nothing is known
    return f"{_signed(gain.points)} / {_signed(gain.months)}{' or more' if gain.at_least else ''}"


def _signed(value: float) -> str:
    text = f"{abs(value):.1f}"
    return text if text == "0.0" else f"{'−' if value < 0 else '+'}{text}"
