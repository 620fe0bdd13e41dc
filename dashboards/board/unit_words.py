"""What the page of a unit says of one principle: heading, lead, facts."""

from dataclasses import dataclass

from dashboards.board.findings import by_cell
from dashboards.board.gathered import Gathered
from dashboards.board.places import name
from dashboards.board.sizes import sized
from dashboards.board.values import Event, Found
from dashboards.board.wording import unit as words
from dashboards.board.wording.lead import when
from dashboards.board.wording.nothing import not_shown_sentence, nothing_for
from dashboards.board.wording.principles import said
from dashboards.board.wording.sight import HOLDING_MONTHS
from dashboards.wording.numbers import answered, counted


@dataclass(frozen=True, slots=True)
class Told:
    heading: str
    lead: str
    under: str
    facts: list[words.Fact]


def told(gathered: Gathered, unit: int, principle: str) -> Told:
    board, calendar = gathered.board, gathered.calendar
    one, mix = by_cell(board).get((unit, principle)), gathered.mix(unit, principle)
    under = f"{when(calendar, board.wave.number)}. {_people(gathered, unit)}".strip()
    if gathered.cell(unit, principle) is None:
        return Told(_nothing(gathered, unit, principle), not_shown_sentence(board.k), under, [])
    cell = gathered.cell(unit, principle)
    if cell is not None and cell.level is None:
        heading = f"{name(board, unit)}: {said(principle)} reads {cell.bound}"
    elif len(board.waves) == 1:
        heading = f"{name(board, unit)}: {said(principle)}, and no change yet"
    else:
        heading = words.heading(name(board, unit), said(principle), one, mix, calendar)
    if one is None:
        lead = _quiet(gathered, unit, principle)
        return Told(
            heading, f"{lead} {words.mix_words(mix)}" if mix else lead, under, _quiet_facts(gathered, unit, principle)
        )
    far = sized(gathered, one)
    series = gathered.series.get((unit, principle))
    lead = words.lead(one, far, _ends(gathered, one), calendar)
    noted = words.noted(_near(gathered, one))
    facts = words.facts(one, far, series, false_alarms=board.false_alarms, calendar=calendar)
    return Told(heading, f"{lead} {noted}".strip(), under, facts)


def _nothing(gathered: Gathered, unit: int, principle: str) -> str:
    month = gathered.calendar.month(gathered.board.wave.number)
    row = gathered.rows.get(unit)
    whole = row is None or not any(row.cells)
    of = name(gathered.board, unit) if whole else f"{said(principle)} in {name(gathered.board, unit)}"
    return nothing_for(of, month)


def still_works(gathered: Gathered, unit: int) -> str:
    """What a unit of which nothing is shown still does: its answers count above it."""
    board = gathered.board
    above, row = board.units[unit].parent, gathered.rows.get(unit)
    if above is None:
        return ""
    asked = row.asked if row else None
    return words.still_works(name(board, above), asked, gathered.board.wave.asked)


def _quiet(gathered: Gathered, unit: int, principle: str) -> str:
    cell = gathered.cell(unit, principle)
    if cell is None:
        return ""
    since = "" if cell.since is None else gathered.calendar.spoken(cell.since)
    return words.quiet_lead(cell.level, cell.bound, cell.change, since)


def _quiet_facts(gathered: Gathered, unit: int, principle: str) -> list[words.Fact]:
    cell = gathered.cell(unit, principle)
    if cell is None:
        return []
    since = "" if cell.since is None else gathered.calendar.brief(cell.since)
    if cell.level is None:
        return [("Level", cell.bound), ("Drift", "not judged: answers nearly all alike")]
    if len(gathered.board.waves) == 1:
        return [("Change", "unknown until wave 2")]
    return words.quiet_facts(cell.level, cell.change, since, cell.unseen.get(HOLDING_MONTHS))


def _ends(gathered: Gathered, one: Found) -> tuple[float, float] | None:
    """The level now, and that level without the change."""
    cell, far = gathered.cell(one.unit, one.principle), sized(gathered, one)
    if cell is None or cell.level is None or far is None:
        return None
    return cell.level.value - far.value, cell.level.value


def _near(gathered: Gathered, one: Found) -> list[Event]:
    """Moments that fall into the interval of the onset, in the company or around the unit."""
    board, calendar = gathered.board, gathered.calendar
    low, high = calendar.at(one.onset_low) - 1, calendar.at(one.onset_high)
    units = {None, *board.path(one.unit)}
    return [
        event
        for event in board.events
        if event.unit in units
        if (at := calendar.place(event.until or event.on)) is not None and at >= low
        if (calendar.place(event.on) or 0) <= high
    ]


def _people(gathered: Gathered, unit: int) -> str:
    row = gathered.rows.get(unit)
    counts = [cell.people for cell in row.cells if cell and cell.people is not None] if row else []
    if row is None or not counts:
        return ""
    if row.asked is None:
        return f"{answered(max(counts))} people answered."
    return f"{answered(max(counts))} of {counted(row.asked, 'person', 'people')} answered."
