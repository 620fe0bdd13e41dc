"""Units from managers when only some people are told: below managers whose unit is known."""

from datetime import date

from survey.importing.people.current import CurrentCompany, CurrentPerson
from survey.importing.people.faults import Fault, shown
from survey.importing.people.nearest import Nearest, nearest_sentence
from survey.importing.people.person_row import PeopleRows, PersonRow
from survey.importing.people.placement import Placement
from survey.importing.people.reporting_lines import found_key, keys_by_mail, team_of
from survey.importing.people.unit_path import UnitPath

NO_MANAGER = "No manager. Wanted: the id of one."
NO_TEAM = "The unit this manager leads is not known. Wanted: a full load, or paths."
NEW_MANAGER = "This manager is new in this file, so that their team is not known yet. Wanted: a full load, or paths."
TEAM_MOVES = "This person leads a unit, which would move with all who are in it. Wanted: a full load, or paths."


def place_below_known(people: PeopleRows, current: CurrentCompany, *, on: date) -> Placement:
    """Managers are not stored: what a delta cannot tell without them is refused, and a full load can tell it."""
    title = people.title("manager")
    unread = {fault.line for fault in people.faults if fault.column == title}
    present = {key: person for key, person in current.people.items() if not person.has_left(on)}
    finder = _Finder(present, told={row.key for row in people.rows})
    unit_of, faults = {}, []
    for row in people.rows:
        if row.line in unread or row.has_left(on):
            continue
        unit, wrong = finder.unit(row)
        if unit:
            unit_of[row.line] = unit
        else:
            faults.append(Fault(row.line, title, shown(row.manager_key), wrong))
    return Placement(unit_of, tuple(faults))


class _Finder:
    def __init__(self, present: dict[str, CurrentPerson], *, told: set[str]) -> None:
        self._present = present
        self._told = told
        self._by_mail = keys_by_mail({key: person.mail for key, person in present.items()})
        self._nearest = Nearest(present)

    def unit(self, row: PersonRow) -> tuple[UnitPath, str]:
        """The unit of a row's person; or none, and a sentence that says why."""
        known = self._present.get(row.key)
        if not row.manager_key:
            return (known.unit, "") if known else ((), NO_MANAGER)
        manager = self._present.get(found_key(row.manager_key, self._present, self._by_mail))
        if manager is None and row.manager_key in self._told:
            return (), NEW_MANAGER
        if manager is None:
            return (), nearest_sentence("No such person in the company.", self._nearest.to(row.manager_key))
        if not _leads(manager):
            return (), NO_TEAM
        if known is not None and _leads(known):
            return (known.unit, "") if known.unit[:-1] == manager.unit else ((), TEAM_MOVES)
        return manager.unit, ""


def _leads(person: CurrentPerson) -> bool:
    """Whether the unit someone is in is named after them."""
    names = {team_of(person.name), team_of(f"{person.name} ({person.key})"), team_of(person.key)}
    return bool(person.unit) and person.unit[-1] in names
