"""The answers store: the gate, the rows of people, and what is left of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Select, Table, bindparam, delete, exists, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey.models.answers import Comment, OpenWave, Response, Withheld

Answers = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Stored:
    """One response as it lies in the store."""

    id: bytes
    wave: int
    unit: int
    tenure: str | None
    level: str | None
    pseudonym: bytes
    answers: Answers


COLUMNS: tuple[Any, ...] = (
    Response.id,
    Response.wave,
    Response.unit,
    Response.tenure,
    Response.level,
    Response.pseudonym,
    Response.answers,
)


def open_gate(session: Session, wave: int) -> None:
    """From now on answers to this wave are taken. Doing it again does no harm."""
    session.merge(OpenWave(wave=wave))
    session.flush()


def shut_gate(session: Session, wave: int) -> None:
    """From the commit on no answer can come in: writers hold the gate while they write."""
    session.execute(delete(OpenWave).where(OpenWave.wave == wave))


def hold_gate(session: Session, wave: int) -> bool:
    """Keep the gate open until this transaction ends; False if it is shut."""
    return session.execute(_held_gate(), {"wave": wave}).first() is not None


def put_response(session: Session, stored: Stored) -> None:
    """Write the row, in place of the one that was there."""
    values = {
        "id": stored.id,
        "wave": stored.wave,
        "unit": stored.unit,
        "tenure": stored.tenure,
        "level": stored.level,
        "pseudonym": stored.pseudonym,
        "answers": dict(stored.answers),
    }
    session.execute(_put_response(session.get_bind().dialect.name), values)


# Statements of every answer, put together once: that costs more than to run them.


@cache
def _held_gate() -> Select[int]:
    gate = OpenWave.__table__
    return select(gate.c.wave).where(gate.c.wave == bindparam("wave")).with_for_update(read=True)


@cache
def _put_response(dialect: str) -> sqlite.Insert | postgresql.Insert:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    put = insert(cast("Table", Response.__table__))
    new = {column.name: column for column in put.excluded}
    return put.on_conflict_do_update(index_elements=["id"], set_=new)


@cache
def _stored() -> Select[bool, bool]:
    has_response = exists().where(Response.__table__.c.id == bindparam("response"))
    has_comment = exists().where(Comment.__table__.c.id == bindparam("comment"))
    return select(has_response, has_comment)


def put_comment(session: Session, *, id_: bytes, wave: int, division: int, text: str) -> None:
    """Write the comment in place of the one that was there; an empty one takes it away."""
    session.execute(delete(Comment).where(Comment.id == id_))
    if text:
        session.add(Comment(id=id_, wave=wave, division=division, text=text))
        session.flush()


def delete_response(session: Session, id_: bytes) -> bool:
    gone = session.execute(delete(Response).where(Response.id == id_).returning(Response.wave))
    return gone.first() is not None


def delete_comment(session: Session, id_: bytes) -> None:
    session.execute(delete(Withheld).where(Withheld.comment == id_))
    session.execute(delete(Comment).where(Comment.id == id_))


def are_stored(session: Session, response: bytes, comment: bytes) -> tuple[bool, bool]:
    """Whether there is a response, and a comment, of these ids; one look for both."""
    found = session.execute(_stored(), {"response": response, "comment": comment}).one()
    return bool(found[0]), bool(found[1])


def response_ids(session: Session, wave: int) -> set[bytes]:
    return set(session.scalars(select(Response.id).where(Response.wave == wave)))


def response(session: Session, id_: bytes) -> Stored | None:
    row = session.execute(select(*COLUMNS).where(Response.id == id_)).one_or_none()
    return None if row is None else Stored(*row)


def comment(session: Session, id_: bytes) -> str:
    """Empty if there is none."""
    return session.scalar(select(Comment.text).where(Comment.id == id_)) or ""


def responses(session: Session, waves: Iterable[int]) -> list[Stored]:
    """The rows of these waves, in the order of their random ids."""
    rows = session.execute(select(*COLUMNS).where(Response.wave.in_(list(waves))).order_by(Response.id))
    return [Stored(*row) for row in rows]


def rows_as_they_lie(session: Session, waves: Iterable[int]) -> list[Stored]:
    """In the order of the disk: what a copy of the store shows."""
    in_order = text("ctid") if session.get_bind().dialect.name == "postgresql" else Response.id
    rows = session.execute(select(*COLUMNS).where(Response.wave.in_(list(waves))).order_by(in_order))
    return [Stored(*row) for row in rows]


def count_responses(session: Session, wave: int) -> int:
    return session.scalars(select(func.count()).select_from(Response).where(Response.wave == wave)).one()


def rewrite_all(session: Session, wave: int, rows: Iterable[Stored]) -> None:
    """Write the wave's rows anew, in the order of their random ids, so that the disk's order tells nothing."""
    session.execute(delete(Response).where(Response.wave == wave))
    session.flush()
    session.add_all(
        Response(
            id=row.id,
            wave=row.wave,
            unit=row.unit,
            tenure=row.tenure,
            level=row.level,
            pseudonym=row.pseudonym,
            answers=dict(row.answers),
        )
        for row in sorted(rows, key=lambda row: row.id)
    )
    session.flush()


def rewrite_comments(session: Session, wave: int) -> None:
    """The same for comments."""
    rows = session.execute(select(Comment.id, Comment.division, Comment.text).where(Comment.wave == wave))
    kept = sorted((id_, division, text) for id_, division, text in rows)
    session.execute(delete(Comment).where(Comment.wave == wave))
    session.flush()
    session.add_all(Comment(id=id_, wave=wave, division=division, text=text) for id_, division, text in kept)
    session.flush()


def delete_waves(session: Session, waves: Iterable[int]) -> None:
    """Rows and comments of waves that are kept no longer."""
    old = list(waves)
    session.execute(delete(Response).where(Response.wave.in_(old)))
    session.execute(delete(Comment).where(Comment.wave.in_(old)))
    session.execute(delete(Withheld).where(Withheld.wave.in_(old)))
