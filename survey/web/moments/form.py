"""What was typed about a moment becomes a moment, or faults beside its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from survey.queries.moments import MomentFacts
from survey.queries.people import Node, path_upwards
from survey.services import moments
from survey.web.programme import typed
from survey.web.programme.typed import Unreadable

FIELDS = ("first_day", "until", "kind", "words", "unit")


@dataclass(frozen=True, slots=True)
class Read:
    """Either a moment, or what is wrong with which field."""

    moment: MomentFacts | None
    faults: dict[str, str]


def read(session: Session, given: Mapping[str, str], tree: Mapping[int, Node]) -> Read:
    faults: dict[str, str] = {}
    first_day = until = unit = None
    try:
        first_day = typed.day(given.get("first_day", ""), "day")
    except Unreadable as fault:
        faults["first_day"] = str(fault)
    try:
        until = _last_day(given.get("until", ""), first_day)
    except Unreadable as fault:
        faults["until"] = str(fault)
    try:
        unit = unit_of(tree, given.get("unit", ""))
    except Unreadable as fault:
        faults["unit"] = str(fault)
    told = MomentFacts(first_day or date.max, until, given.get("kind", ""), moments.tidy(given.get("words", "")), unit)
    for one in moments.faults_of(session, told):
        faults.setdefault(one.field, one.wanted)
    return Read(None if faults else told, faults)


def _last_day(given: str, first_day: date | None) -> date | None:
    """One that is the first day too is the same as none."""
    if not given.strip():
        return None
    last = typed.day(given, "last day")
    return None if last == first_day else last


def paths(tree: Mapping[int, Node]) -> dict[int, str]:
    """Every unit by the names from the company down."""
    return {unit: "/".join(tree[one].name for one in reversed(path_upwards(tree, unit))) for unit in tree}


def unit_of(tree: Mapping[int, Node], given: str) -> int | None:
    """By its path, with or without the company, or by its name if no other has it; None for the whole company."""
    wish = given.strip().strip("/").casefold()
    if not wish:
        return None
    for found in _by_name(tree, wish):
        if len(found) == 1:
            return None if tree[found[0]].parent is None else found[0]
    raise Unreadable(f"unit: got {given.strip()!r}; wanted the path of one unit, such as Division/Team")


def _by_name(tree: Mapping[int, Node], wish: str) -> Iterator[list[int]]:
    known = {unit: path.casefold() for unit, path in paths(tree).items()}
    yield [unit for unit, path in known.items() if path == wish]
    yield [unit for unit, path in known.items() if path.partition("/")[2] == wish]
    yield [unit for unit in known if tree[unit].name.casefold() == wish]


def as_typed(moment: MomentFacts, tree: Mapping[int, Node]) -> dict[str, str]:
    """A moment as it stands in the fields."""
    unit = paths(tree).get(moment.unit_id, "") if moment.unit_id is not None else ""
    until = moment.until.isoformat() if moment.until else ""
    values = (moment.first_day.isoformat(), until, moment.kind, moment.words, unit)
    return dict(zip(FIELDS, values, strict=True))
