"""Units from paths: all begin with one root, and a delta names units that are there."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from survey.importing.people.current import CurrentCompany
from survey.importing.people.faults import Fault, quoted, shown
from survey.importing.people.near_units import near_units
from survey.importing.people.nearest import Nearest, nearest_sentence
from survey.importing.people.person_row import PeopleRows, PersonRow
from survey.importing.people.placement import Placement
from survey.importing.people.unit_path import UnitPath, join_path

NO_UNIT = "No unit. Wanted: a path such as Company/Division/Team."


def place_by_path(people: PeopleRows, current: CurrentCompany, *, is_full: bool, on: date) -> Placement:
    """Read paths as units; in a full load new ones are added, in a delta they are refused."""
    title = people.title("unit")
    unread = {fault.line for fault in people.faults if fault.column == title}
    unit_of, faults = _read(people, current, is_full=is_full, on=on)
    faults = [fault for fault in faults if fault.line not in unread]
    strange = _other_roots(unit_of, current) if is_full else _unknown(unit_of, current)
    faults += [Fault(line, title, shown(join_path(unit_of[line])), wanted) for line, wanted in strange.items()]
    placed = {line: path for line, path in unit_of.items() if line not in strange}
    return Placement(placed, tuple(faults), near_units(placed, current) if is_full else ())


def _read(
    people: PeopleRows, current: CurrentCompany, *, is_full: bool, on: date
) -> tuple[dict[int, UnitPath], list[Fault]]:
    named = _paths_by_name(current)
    unit_of: dict[int, UnitPath] = {}
    faults = []
    for row in people.rows:
        path = named.get(row.unit_path, row.unit_path) if row.unit_path else _kept(row, current, is_full=is_full)
        if path:
            unit_of[row.line] = path
        elif not row.has_left(on):
            faults.append(Fault(row.line, people.title("unit"), "", NO_UNIT))
    return {row.line: unit_of[row.line] for row in people.rows if row.line in unit_of and not row.has_left(on)}, faults


def _kept(row: PersonRow, current: CurrentCompany, *, is_full: bool) -> UnitPath | None:
    """In a delta an empty cell leaves a known person where they are."""
    known = current.people.get(row.key)
    return None if is_full or known is None else known.unit


def _paths_by_name(current: CurrentCompany) -> dict[UnitPath, UnitPath]:
    """Units that may be called by their name alone, because one unit only has it."""
    by_name = defaultdict(list)
    for path in current.units:
        by_name[path[-1:]].append(path)
    return {name: paths[0] for name, paths in by_name.items() if len(paths) == 1}


def _other_roots(unit_of: Mapping[int, UnitPath], current: CurrentCompany) -> dict[int, str]:
    """Lines whose path begins with another root than the company's, or than most paths of the file."""
    counts = Counter(path[0] for path in unit_of.values())
    if not counts:
        return {}
    root = current.root or max(counts, key=lambda name: counts[name])
    line = next((line for line, path in unit_of.items() if path[0] == root), 0)
    where = f" (line {line:,} and others: {counts[root]:,} rows)" if line else ""
    wanted = f"Another root than {quoted(root)}{where}. Wanted: one root for all paths."
    return {line: wanted for line, path in unit_of.items() if path[0] != root}


def _unknown(unit_of: Mapping[int, UnitPath], current: CurrentCompany) -> dict[int, str]:
    nearest = Nearest(join_path(path) for path in sorted(current.units))
    return {
        line: nearest_sentence("No such unit.", nearest.to(join_path(path)))
        for line, path in unit_of.items()
        if path not in current.units
    }
