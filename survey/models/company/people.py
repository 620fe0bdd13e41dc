"""Who works where, and since when: the history is kept, nothing in it is overwritten."""

from datetime import date

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import one_of
from survey.models.company.table import CompanyTable

LEVELS = ("front_line", "lead", "executive")


class Company(CompanyTable):
    """The one company of this installation."""

    __tablename__ = "company"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(35))
    time_zone: Mapped[str] = mapped_column(String(64))
    contact: Mapped[str] = mapped_column(String(254))
    people_columns: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)


class Unit(CompanyTable):
    """A node of the tree. One root, and no two siblings of one name, among those that have not ended."""

    __tablename__ = "unit"
    __table_args__ = (
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
        CheckConstraint("ended_on IS NULL OR ended_on >= added_on", name="ends_after_start"),
        Index(
            "one_root",
            text("(parent_id IS NULL)"),
            unique=True,
            sqlite_where=text("parent_id IS NULL AND ended_on IS NULL"),
            postgresql_where=text("parent_id IS NULL AND ended_on IS NULL"),
        ),
        Index(
            "one_name_among_siblings",
            "parent_id",
            "name",
            unique=True,
            sqlite_where=text("ended_on IS NULL"),
            postgresql_where=text("ended_on IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str] = mapped_column(String(200))
    added_on: Mapped[date]
    ended_on: Mapped[date | None]


class Person(CompanyTable):
    """A person the company employs or employed; `key` is the company's own identifier."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("key"),
        one_of("level", LEVELS),
        Index(
            "one_person_per_mail",
            "mail",
            unique=True,
            sqlite_where=text("left_on IS NULL"),
            postgresql_where=text("left_on IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(200))
    mail: Mapped[str | None] = mapped_column(String(254))
    level: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(35))
    country: Mapped[str] = mapped_column(String(2), default="")
    time_zone: Mapped[str] = mapped_column(String(64))
    hired_on: Mapped[date | None]
    left_on: Mapped[date | None]
    wants_reminders: Mapped[bool] = mapped_column(default=True)
    mail_fault: Mapped[str] = mapped_column(String(200), default="")


class Membership(CompanyTable):
    """A person was in a unit from a day until another, which is no longer part of it."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on > from_on", name="ends_after_start"),
        UniqueConstraint("person_id", "from_on"),
        Index(
            "one_unit_at_a_time",
            "person_id",
            unique=True,
            sqlite_where=text("until_on IS NULL"),
            postgresql_where=text("until_on IS NULL"),
        ),
        Index(None, "unit_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
