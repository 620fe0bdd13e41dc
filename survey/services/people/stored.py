"""What is stored of a person outside the answers, for somebody in HR who was asked by them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from survey.errors import NoSuchPerson
from survey.queries import people, personal, stored_person
from survey.queries.people import Node, path_upwards
from survey.queries.stored_person import AccountFacts, Listed, PersonFacts
from survey.services import audit


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in a unit, which stands there with all above it; the last day is no longer part of it."""

    unit: tuple[str, ...]
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """Answers are not among it: no page shows those of one person, and whether there are any is nobody's business."""

    facts: PersonFacts
    spells: tuple[Spell, ...]
    waves: tuple[Listed, ...]
    accounts: tuple[AccountFacts, ...]

    @property
    def unit(self) -> tuple[str, ...]:
        """The unit they are in, or were in last."""
        return self.spells[-1].unit if self.spells else ()


def stored_of(session: Session, key: str) -> StoredPerson:
    facts = stored_person.person_facts(session, key)
    if facts is None:
        raise NoSuchPerson(key)
    tree = people.whole_tree(session)
    spells = stored_person.spells(session, facts.id)
    return StoredPerson(
        facts,
        tuple(Spell(_path(tree, one.unit), one.from_on, one.until_on) for one in spells),
        tuple(stored_person.waves_of_person(session, facts.id)),
        tuple(stored_person.accounts_facts(session, personal.accounts_of(session, facts.id))),
    )


def show_stored(session: Session, key: str, *, account: int, now: datetime) -> StoredPerson:
    """The same, and the log says whose data somebody has looked at: by number, as everywhere."""
    found = stored_of(session, key)
    details: dict[str, audit.Detail] = {"person": found.facts.id}
    audit.record(session, action=audit.Action.PERSON_SHOWN, account_id=account, details=details, now=now)
    return found


def _path(tree: dict[int, Node], unit: int) -> tuple[str, ...]:
    return tuple(tree[one].name for one in reversed(path_upwards(tree, unit)))
