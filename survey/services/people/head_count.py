"""How many people there are, and when they came in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.queries import audit as log
from survey.queries import people, staff
from survey.services import audit


@dataclass(frozen=True, slots=True)
class HeadCount:
    """`n_without_mail` have no address, `n_refused` one that mail came back from; `counts` are of the last import."""

    n_people: int
    n_units: int
    n_without_mail: int
    n_refused: int
    imported_at: datetime | None
    counts: dict[str, Any]


def head_count(session: Session, *, on: date) -> HeadCount:
    with_mail, without, refused = staff.count_by_mail(session, on)
    last = log.last_of(session, audit.Action.PEOPLE_IMPORTED)
    return HeadCount(
        n_people=with_mail + without + refused,
        n_units=len(people.live_tree(session, on)),
        n_without_mail=without,
        n_refused=refused,
        imported_at=last.at if last else None,
        counts=last.details if last else {},
    )
