"""Units from managers: who has reports leads a unit, and is in it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from survey.importing.people.chains import cycles, told
from survey.importing.people.current import CurrentCompany
from survey.importing.people.faults import Fault, listed, shown
from survey.importing.people.person_row import PeopleRows, PersonRow
from survey.importing.people.placement import Placement
from survey.importing.people.reporting_lines import ReportingLines, reporting_lines, team_of
from survey.importing.people.unit_path import MOST_LEVELS, UnitPath

NAMED = 3


def place_by_manager(people: PeopleRows, current: CurrentCompany, *, on: date) -> Placement:
    """The person without a manager leads the root, named like the company; a lead's unit is below their manager's."""
    lines = reporting_lines(people)
    title = people.title("manager")
    below = _below(lines, on)
    faults = [*lines.faults, *_cycle_faults(lines, title), *_top_faults(lines, below, title, on)]
    led = _led(lines, below, current.root or current.name)
    deep = {key for key, path in led.items() if len(path) > MOST_LEVELS}
    wanted = f"More than {MOST_LEVELS} levels of managers. Wanted: fewer, or paths."
    faults += [Fault(lines.rows[key].line, title, shown(lines.rows[key].manager_key), wanted) for key in sorted(deep)]
    unit_of = {}
    for key, row in lines.rows.items():
        path = led.get(key) or led.get(lines.above.get(key, ""))
        if path and len(path) <= MOST_LEVELS and not row.has_left(on):
            unit_of[row.line] = path
    return Placement(unit_of, tuple(faults))


def _below(lines: ReportingLines, on: date) -> dict[str, list[str]]:
    """Reports by manager; left out are those who have left and lead nobody who is still there."""
    reports = defaultdict(list)
    for key, manager in lines.above.items():
        reports[manager].append(key)
    left = Counter(manager for manager in lines.above.values())
    gone = {key for key, row in lines.rows.items() if row.has_left(on)}
    ends = [key for key in gone if not left[key]]
    dropped = set(ends)
    while ends:
        manager = lines.above.get(ends.pop(), "")
        left[manager] -= 1
        if manager in gone and not left[manager]:
            dropped.add(manager)
            ends.append(manager)
    kept = {manager: [key for key in keys if key not in dropped] for manager, keys in reports.items()}
    return {manager: keys for manager, keys in kept.items() if keys}


def _cycle_faults(lines: ReportingLines, title: str) -> list[Fault]:
    faults = []
    for keys in cycles(lines.above):
        names = told([_named(lines.rows[key]) for key in keys])
        wanted = f"Their own manager in the end: {names}. Wanted: one person at the top."
        rows = [lines.rows[key] for key in keys]
        faults += [Fault(row.line, title, shown(row.manager_key), wanted) for row in rows]
    return faults


def _top_faults(lines: ReportingLines, below: Mapping[str, list[str]], title: str, on: date) -> list[Fault]:
    """Several people without a manager are several roots."""
    tops = [lines.rows[key] for key in lines.tops if key in below or not lines.rows[key].has_left(on)]
    if len(tops) < 2:
        return []
    named = listed([f"{_named(row)} (line {row.line:,})" for row in tops[: NAMED + 1]], NAMED)
    count = f"{len(tops):,} people have no manager" if len(tops) > NAMED + 1 else "Several people have no manager"
    wanted = f"{count}: {named}. Wanted: one person at the top."
    return [Fault(row.line, title, shown(row.manager_key), wanted) for row in tops]


def _led(lines: ReportingLines, below: Mapping[str, list[str]], root: str) -> dict[str, UnitPath]:
    """The unit each lead leads, from the top down to one level too many."""
    tops = [key for key in lines.tops if key in below] or lines.tops[:1]
    led: dict[str, UnitPath] = dict.fromkeys(tops, (root,))
    level = list(tops)
    for _ in range(MOST_LEVELS):
        level = [report for key in level for report in _leads_below(key, lines, below, led)]
    return led


def _leads_below(
    key: str, lines: ReportingLines, below: Mapping[str, list[str]], led: dict[str, UnitPath]
) -> list[str]:
    """Name the units below one; two leads of one name are told apart by their ids."""
    leads = [report for report in below.get(key, ()) if report in below]
    teams = {report: team_of(_named(lines.rows[report])) for report in leads}
    times = Counter(teams.values())
    for report, team in teams.items():
        led[report] = (*led[key], team if times[team] == 1 else team_of(f"{_named(lines.rows[report])} ({report})"))
    return leads


def _named(row: PersonRow) -> str:
    return row.name or row.key
