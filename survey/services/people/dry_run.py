"""A file that waits, looked at against the company as it stands; and applied, if it still does what was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256

from sqlalchemy.orm import Session

from survey.importing.people.columns import Columns, likely_columns, match_columns
from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.leaving import Leaving
from survey.importing.people.person_row import read_people
from survey.importing.people.plan import ImportPlan, plan_import
from survey.importing.people.table import PeopleTable, read_table
from survey.queries import staff, waiting_files
from survey.services.coming import coming_wave
from survey.services.people.importing import Load, apply_plan, current_company, plan_of_file
from survey.services.people.waiting import discard, kept_file, load_of


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is.

    A people file has a `plan`. One of which it is not clear what its columns hold has a header alone, one that is no
    table has not even that; `problems` say why. `columns` are those that are read, or may be meant: ours = theirs.
    """

    header: tuple[str, ...]
    columns: Mapping[str, str]
    problems: tuple[str, ...] = ()
    plan: ImportPlan | None = None

    @property
    def leaving(self) -> Leaving:
        return Leaving(0, 0) if self.plan is None else Leaving(len(self.plan.leaves), self.plan.n_before)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that waits, looked at; `wave` is the next one, and units below `k` people are not shown."""

    name: str
    is_full: bool
    received_at: datetime
    look: Look
    wave: int | None
    k: int


class Outcome(Enum):
    """What became of the wish to apply a file."""

    APPLIED = auto()
    GONE = auto()
    """No file waits any more."""
    OTHERWISE = auto()
    """It would do something else than what was looked at."""
    UNCONFIRMED = auto()
    """It has faults, or lets many leave, and nobody said that it is so."""


def look_at_waiting(session: Session, *, account: int, now: datetime) -> Found | None:
    """What the file that waits for this account would do now."""
    file = waiting_files.waiting(session, account, now=now)
    if file is None:
        return None
    coming = coming_wave(session, now=now)
    return Found(
        name=file.name,
        is_full=file.is_full,
        received_at=file.received_at,
        look=look_at(session, load_of(file), now=now),
        wave=coming.number if coming.is_planned else None,
        k=coming.k,
    )


def look_at(session: Session, load: Load, *, now: datetime) -> Look:
    """Nothing is written. Leavers stop no plan here: what they need is a confirmation, when it is applied."""
    try:
        table = read_table(load.content, load.name)
    except UnreadablePeople as error:
        return Look((), {}, error.lines)
    mapping = load.mapping if load.mapping is not None else staff.people_columns(session)
    try:
        columns = match_columns(table, mapping or None)
    except UnreadablePeople as error:
        return Look(table.header, _likely(table, mapping), error.lines)
    return _planned(session, load, table, columns, now=now)


def _planned(session: Session, load: Load, table: PeopleTable, columns: Columns, *, now: datetime) -> Look:
    on = now.date()
    company = current_company(session, on=on)
    rows = read_people(table, columns)
    plan = plan_import(rows, company, is_full=load.is_full, on=on, confirmed_leavers=True)
    return Look(table.header, columns.title, plan=plan)


def _likely(table: PeopleTable, mapping: Mapping[str, str]) -> dict[str, str]:
    """What was said, if the file has it, else the first that may be meant."""
    titles = set(table.header)
    guessed = {ours: theirs[0] for ours, theirs in likely_columns(table.header).items() if theirs}
    return guessed | {ours: theirs for ours, theirs in mapping.items() if theirs in titles}


def mark_of(plan: ImportPlan) -> str:
    """The same for two plans that write the same, and for no others."""
    mark = sha256(repr((plan.on, plan.is_full, plan.units_added, plan.units_emptied)).encode())
    for step in plan.steps:
        mark.update(repr(step).encode())
    return mark.hexdigest()[:32]


def apply_waiting(session: Session, *, account: int, seen: str, is_confirmed: bool, now: datetime) -> Outcome:
    """Write what the file that waits would do, if that is what was `seen`.

    Nothing that came back from the browser is believed: the file is the one that waits here, and it is planned anew,
    while nobody else changes people.
    """
    staff.hold_people(session)
    load = kept_file(session, account=account, now=now)
    if load is None:
        return Outcome.GONE
    confirmed = replace(load, confirmed_leavers=is_confirmed)
    try:
        plan = plan_of_file(session, confirmed, on=now.date())
    except UnreadablePeople:  # the columns that are kept with the company were changed meanwhile
        return Outcome.OTHERWISE
    if mark_of(plan) != seen:
        return Outcome.OTHERWISE
    if not plan.is_applicable:
        return Outcome.UNCONFIRMED
    apply_plan(session, plan, account=account, now=now, mapping=load.mapping)
    discard(session, account=account)
    return Outcome.APPLIED
