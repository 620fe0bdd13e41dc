"""A table without any constraint, so that what happens twice is seen to have happened twice."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select
from sqlalchemy.orm import Session

from survey.db import Store
from survey.jobs.handlers import Details

EFFECT = Table("effect", MetaData(), Column("id", Integer, primary_key=True), Column("name", String(100)))


@dataclass(frozen=True)
class Effects:
    store: Store

    def count(self) -> Counter[str]:
        with self.store.read() as session:
            return Counter(session.scalars(select(EFFECT.c.name)))


def note(session: Session, details: Details, _now: object) -> None:
    """A handler: writes a row named after the number of the job."""
    session.execute(insert(EFFECT).values(name=str(details["number"])))
