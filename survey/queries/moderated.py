"""Comments between the close and their publication, in the answers store: what was written, and what is withheld."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey.models.answers import Comment, Response, Withheld


@dataclass(frozen=True, slots=True)
class Written:
    """A comment; `reason` is "" unless it is withheld."""

    id: bytes
    wave: int
    division: int
    text: str
    reason: str


def written(session: Session, wave: int) -> list[Written]:
    """All comments of a wave, in the order of their random ids."""
    rows = session.execute(
        select(Comment.id, Comment.wave, Comment.division, Comment.text, func.coalesce(Withheld.reason, ""))
        .outerjoin(Withheld, Withheld.comment == Comment.id)
        .where(Comment.wave == wave)
        .order_by(Comment.id)
    )
    return [Written(*row) for row in rows]


def withhold(session: Session, comment: bytes, *, wave: int, reason: str) -> None:
    session.merge(Withheld(comment=comment, wave=wave, reason=reason))
    session.flush()


def let_through(session: Session, comment: bytes) -> None:
    session.execute(delete(Withheld).where(Withheld.comment == comment))


def respondents_by_unit(session: Session, wave: int) -> Counter[int]:
    """Responses of a wave by the unit that they stand at now."""
    rows = session.execute(select(Response.unit, func.count()).where(Response.wave == wave).group_by(Response.unit))
    return Counter({row[0]: row[1] for row in rows})
