"""Published comments, in the company store: written once, read by pages and files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models.company.comments import CommentPublication, PublishedComment
from survey.queries.many import insert_many


@dataclass(frozen=True, slots=True)
class Publication:
    """That the comments of a wave were published, by its id; see the table."""

    wave_id: int
    published_at: datetime
    account_id: int | None
    k: int
    written_from: int
    withheld_from: int


@dataclass(frozen=True, slots=True)
class PublicComment:
    """A comment as it may be read."""

    id: bytes
    unit_id: int
    text: str


FACTS: tuple[Any, ...] = tuple(getattr(CommentPublication, name) for name in Publication.__slots__)


def publish(session: Session, publication: Publication, comments: Iterable[PublicComment]) -> None:
    """Write them in the order of their random ids, so that the disk's order tells nothing either."""
    session.add(CommentPublication(**{name: getattr(publication, name) for name in Publication.__slots__}))
    session.flush()
    ordered = sorted(comments, key=lambda one: one.id)
    insert_many(
        session,
        PublishedComment,
        [{"id": one.id, "wave_id": publication.wave_id, "unit_id": one.unit_id, "text": one.text} for one in ordered],
    )


def publication(session: Session, wave: int) -> Publication | None:
    row = session.execute(select(*FACTS).where(CommentPublication.wave_id == wave)).one_or_none()
    return None if row is None else Publication(*row)


def of_wave(session: Session, wave: int) -> list[PublicComment]:
    """In the order of their random ids."""
    rows = session.execute(
        select(PublishedComment.id, PublishedComment.unit_id, PublishedComment.text)
        .where(PublishedComment.wave_id == wave)
        .order_by(PublishedComment.id)
    )
    return [PublicComment(*row) for row in rows]
