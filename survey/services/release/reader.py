"""Who reads a release, and which of its units they may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from survey.queries import people
from survey.services.rights import Action, Held, Role, may


@dataclass(frozen=True, slots=True)
class Reader:
    """`own` are units in which somebody works or which they lead; of those in `led` they see all below as well."""

    sees_all: bool = False
    sees_watch_list: bool = False
    own: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()


def reader_of(session: Session, held: Iterable[Held], person: int | None, *, on: date) -> Reader:
    """What this account may read on this day."""
    roles = tuple(held)
    led = {one.unit for one in roles if one.role is Role.LEADER and one.unit is not None}
    works_in = people.unit_on(session, person, on) if person is not None else None
    return Reader(
        sees_all=may(roles, Action.SEE_RELEASE),
        sees_watch_list=may(roles, Action.SEE_TRENDS),
        own=frozenset(led if works_in is None else led | {works_in}),
        led=frozenset(led),
    )
