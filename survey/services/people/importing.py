"""A people file is planned against the company as it stands, and written, all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.importing.people.current import CurrentCompany, CurrentPerson
from survey.importing.people.people_file import read_people_file
from survey.importing.people.plan import ImportPlan, plan_import
from survey.importing.people.steps import Step
from survey.importing.people.unit_path import UnitPath
from survey.queries import people, staff
from survey.queries.people import Node, path_upwards
from survey.services import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A people file, and how it is to be read: all there are (`is_full`), or what changes."""

    content: bytes
    name: str
    is_full: bool = True
    mapping: Mapping[str, str] | None = None
    confirmed_leavers: bool = False


def plan_of_file(session: Session, load: Load, *, on: date) -> ImportPlan:
    """What the file would change; nothing is written. Raises UnreadablePeople for what is no people file."""
    mapping = load.mapping if load.mapping is not None else staff.people_columns(session)
    rows = read_people_file(load.content, load.name, mapping or None)
    company = current_company(session, on=on)
    return plan_import(rows, company, is_full=load.is_full, on=on, confirmed_leavers=load.confirmed_leavers)


def current_company(session: Session, *, on: date) -> CurrentCompany:
    facts = people.company(session)
    if facts is None:
        raise NotPossible("no company is set up: run `aloft init --company NAME`")
    paths = _paths(people.whole_tree(session))
    live = people.live_tree(session, on)
    return CurrentCompany(
        name=facts.name,
        language=facts.language,
        time_zone=facts.time_zone,
        people={row.key: _person(row, paths) for row in staff.everybody(session)},
        units={paths[unit] for unit in live},
    )


def apply_plan(
    session: Session, plan: ImportPlan, *, account: int | None, now: datetime, mapping: Mapping[str, str] | None = None
) -> None:
    """Write a plan without faults. Where everybody was until today stays in the history."""
    if not plan.is_applicable:
        raise NotPossible("the file has rows that cannot be used, or leavers that were not confirmed")
    units = _make_units(session, plan)
    _join(plan.joins, units, session=session, on=plan.on)
    others = [step for step in plan.steps if step.kind != "joins"]
    ids = staff.ids_of(session, [step.key for step in others])
    for step in others:
        _change(session, ids[step.key], step, units=units, on=plan.on)
    _end_units(session, plan, units)
    if mapping is not None:
        staff.keep_people_columns(session, mapping)
    counts = {
        "join": len(plan.joins),
        "leave": len(plan.leaves),
        "move": len(plan.moves),
        # Where somebody's link goes is not a small thing: the works council sees how many addresses were changed.
        "mail": sum(step.before is not None and step.before.mail != step.after.mail for step in plan.steps),
        "rows": plan.n_rows,
    }
    audit.record(session, action=audit.Action.PEOPLE_IMPORTED, account_id=account, details=counts, now=now)


def _paths(tree: Mapping[int, Node]) -> dict[int, UnitPath]:
    return {unit: tuple(tree[one].name for one in reversed(path_upwards(tree, unit))) for unit in tree}


def _person(row: staff.StaffRow, paths: Mapping[int, UnitPath]) -> CurrentPerson:
    unit = paths[row.unit] if row.unit is not None else ()
    return CurrentPerson(
        row.key,
        row.name,
        row.mail,
        unit,
        row.level,
        row.country,
        row.language,
        row.time_zone,
        row.hired_on,
        row.left_on,
    )


def _make_units(session: Session, plan: ImportPlan) -> dict[UnitPath, int]:
    """The number of every unit that exists from now on, parents before their children."""
    live = people.live_tree(session, plan.on)
    paths = _paths(people.whole_tree(session))
    units = {paths[unit]: unit for unit in live}
    for path in sorted(plan.units_added, key=len):
        units[path] = staff.add_unit(session, parent=units.get(path[:-1]), name=path[-1], on=plan.on)
    return units


def _join(steps: Sequence[Step], units: Mapping[UnitPath, int], *, session: Session, on: date) -> None:
    staff.add_people(session, [_columns(step.after) for step in steps])
    ids = staff.ids_of(session, [step.key for step in steps])
    staff.add_memberships(
        session,
        [
            {"person_id": ids[step.key], "unit_id": units[step.after.unit], "from_on": _first_day(step.after, on)}
            for step in steps
        ],
    )


def _change(session: Session, person: int, step: Step, *, units: Mapping[UnitPath, int], on: date) -> None:
    columns = _columns(step.after)
    if step.before is not None and step.before.mail != step.after.mail:
        columns["mail_fault"] = ""
    staff.change_person(session, person, **columns)
    if step.kind == "leaves":
        staff.end_membership(session, person, on=step.after.left_on or on)
    elif step.kind == "comes_back" or step.moves:
        staff.put_into(session, person, unit=units[step.after.unit], on=_first_day(step.after, on))


def _end_units(session: Session, plan: ImportPlan, units: Mapping[UnitPath, int]) -> None:
    """Units without people end, the lowest first; the root stays."""
    for path in sorted(plan.units_emptied, key=len, reverse=True):
        if len(path) > 1:
            staff.end_unit(session, units[path], on=plan.on)


def _columns(person: CurrentPerson) -> dict[str, Any]:
    return {
        "key": person.key,
        "name": person.name,
        "mail": person.mail,
        "level": person.level,
        "country": person.country,
        "language": person.language,
        "time_zone": person.time_zone,
        "hired_on": person.hired_on,
        "left_on": person.left_on,
    }


def _first_day(person: CurrentPerson, on: date) -> date:
    """Nobody is asked before they have come."""
    return max(on, person.hired_on or on)
