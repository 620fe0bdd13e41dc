"""A dry run as its page shows it: sentence, counts, tables, what follows."""

from collections.abc import Iterator
from dataclasses import dataclass

from survey.importing.people.columns import COLUMNS
from survey.importing.people.faults import Fault
from survey.importing.people.groups import Group, plan_groups
from survey.importing.people.leaving import REFUSED_FROM
from survey.importing.people.plan import ImportPlan
from survey.importing.people.sizes import UnitSize
from survey.importing.people.summary import headline, plan_counts, plan_sentences, what_happens
from survey.importing.people.wording import PlanLine, plan_lines, unit_words
from survey.services.people.dry_run import Found, Look, mark_of
from survey.web.local_time import local

AT_ONCE = 10
MOST = 100
"""Lines of a table, before and after it was opened; all of them are in the file beside it."""
ALWAYS = {"join", "leave", "change team", "unchanged"}
MEANINGS = {
    "id": "key of the person, the same from file to file",
    "name": "as people say it",
    "mail": "where mails go",
    "unit": "Company/Division/Team",
    "manager": "id or address of the manager; used without unit paths",
    "hired_on": "first day",
    "left_on": "day of leaving",
    "level": "front line, lead or executive",
    "country": "for its holidays",
    "language": "of mails and questions",
    "time_zone": "by whose clock mails come",
}
# Which of a line's values a table shows, under which words; the last is left out where it says the same in each.
COLUMNS_OF = {
    "join": (("after", "After"),),
    "come back": (("now", "Now"), ("after", "After")),
    "move": (("now", "Now"), ("after", "After")),
    "have other details": (("change", "What"), ("now", "Now"), ("after", "After")),
    "leave": (("now", "Now"),),
}
FOLLOWS = ("follows", "What follows")
HEADINGS = {
    "join": ("1 person joins", "people join"),
    "come back": ("1 person comes back", "people come back"),
    "move": ("1 person moves", "people move"),
    "have other details": ("1 person has other details", "people have other details"),
    "leave": ("1 person leaves", "people leave"),
}
OTHERWISE = (
    "Nothing was applied: the company, the file or the day has changed since the dry run was shown. "
    "This is what the file would do now."
)
UNCONFIRMED = "Nothing was applied: so many leave that it has to be confirmed here."


@dataclass(frozen=True, slots=True)
class Table:
    """One thing that happens to people; `follows` is what it means for each of them, if that is the same for all."""

    heading: str
    follows: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of a plan; of each table no more than the first lines."""

    heading: str
    without_faults: str
    read_at: str
    counts: tuple[tuple[int, str], ...]
    faults: tuple[Fault, ...]
    n_faults: int
    tables: tuple[Table, ...]
    units_added: tuple[UnitSize, ...]
    units_ended: tuple[UnitSize, ...]
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    is_half: bool
    mark: str
    at_once: int = AT_ONCE
    most: int = MOST


def told(found: Found, plan: ImportPlan) -> Told:
    sizes = {size.path: size for size in plan.sizes}
    return Told(
        heading=headline(plan),
        without_faults=what_happens(plan) if plan.faults else "",
        read_at=local(found.received_at),
        counts=tuple((count, words) for count, words in plan_counts(plan) if count or words in ALWAYS),
        faults=plan.faults[:MOST],
        n_faults=len(plan.faults),
        tables=tuple(map(_table, plan_groups(plan, wave=found.wave))),
        units_added=tuple(sizes[path] for path in plan.units_added),
        units_ended=tuple(sizes[path] for path in plan.units_emptied),
        sentences=plan_sentences(plan, smallest=found.k),
        warnings=plan.warnings,
        is_half=found.look.leaving.share >= REFUSED_FROM,
        mark=mark_of(plan),
    )


@dataclass(frozen=True, slots=True)
class Field:
    """One of our columns, what it holds, and which column of the file it is taken from."""

    ours: str
    meaning: str
    theirs: str
    is_needed: bool


def fields(look: Look) -> list[Field]:
    return [Field(ours, MEANINGS[ours], look.columns.get(ours, ""), ours == "id") for ours in COLUMNS]


def _table(group: Group) -> Table:
    one, many = HEADINGS[group.name]
    follows = {line.follows for line in group.lines}
    return Table(
        heading=one if group.n_people == 1 else f"{group.n_people:,} {many}",
        follows=follows.pop() if len(follows) == 1 else "",
        columns=(*COLUMNS_OF[group.name], *([FOLLOWS] if follows else [])),
        lines=group.lines,
    )


def rows(plan: ImportPlan, *, wave: int | None) -> Iterator[tuple[str, ...]]:
    """Everything, for a spreadsheet."""
    yield "change", "id", "person", "line", "now", "after", "what follows"
    for one in plan_lines(plan, wave=wave):
        yield one.change, one.key, one.person, str(one.line or ""), one.now, one.after, one.follows
    for size in plan.sizes:
        if size.path in plan.units_added or size.path in plan.units_emptied:
            change = "unit is new" if size.path in plan.units_added else "unit ends"
            yield change, "", unit_words(size.path), "", f"{size.before:,} people", f"{size.after:,} people", ""
