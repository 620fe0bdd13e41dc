"""Small companies and people files to try on them."""

from dataclasses import replace
from datetime import date

from survey.importing.people.current import CurrentCompany, CurrentPerson
from survey.importing.people.people_file import read_people_file
from survey.importing.people.plan import ImportPlan, plan_import
from survey.importing.people.wording import plan_lines

TODAY = date(2026, 11, 16)
NOBODY = CurrentCompany("Meridian", "en", "Europe/Stockholm", {}, frozenset())


def person(key: str, unit: str = "Meridian/Sales", **fields: object) -> CurrentPerson:
    plain = CurrentPerson(
        key, f"Person {key}", f"{key}@x.example", tuple(unit.split("/")), "front_line", "", "en", "Europe/Stockholm"
    )
    return replace(plain, **fields)


def company(*people: CurrentPerson) -> CurrentCompany:
    paths = {person.unit for person in people}
    units = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    return replace(NOBODY, people={person.key: person for person in people}, units=units)


def staff(n: int) -> CurrentCompany:
    """People 1 to n, in Sales."""
    return company(*(person(str(number)) for number in range(1, n + 1)))


def plan(
    text: str,
    current: CurrentCompany = NOBODY,
    *,
    is_full: bool = True,
    on: date = TODAY,
    confirmed_leavers: bool = False,
) -> ImportPlan:
    people = read_people_file(text.encode(), "people.csv")
    return plan_import(people, current, is_full=is_full, on=on, confirmed_leavers=confirmed_leavers)


def applied(done: ImportPlan, current: CurrentCompany) -> CurrentCompany:
    """The company as it stands after a plan was written."""
    people = {**current.people, **{step.key: step.after for step in done.steps}}
    units = (set(current.units) | set(done.units_added)) - set(done.units_emptied)
    return replace(current, people=people, units=units)


def refusals(done: ImportPlan) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.got, fault.wanted) for fault in done.faults]


def told(done: ImportPlan) -> list[str]:
    """The lines of the dry run, in one text each."""
    lines = plan_lines(done, wave=19)
    return [f"{line.mark} {line.change} | {line.person} | {line.now} | {line.after} | {line.follows}" for line in lines]
