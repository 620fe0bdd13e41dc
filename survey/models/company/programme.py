"""The recurring plan, what was changed in it, and its epochs."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

PROGRAMME_STATES = ("running", "paused", "ended")


class QuestionnaireVersion(CompanyTable):
    """The file of a questionnaire as it was asked: kept as it was, so that a code never means two wordings."""

    __tablename__ = "questionnaire_version"

    code: Mapped[str] = mapped_column(String(100), primary_key=True)
    file: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Moment)


class Programme(CompanyTable):
    """A programme; one runs at a time. `k` is raised, never lowered."""

    __tablename__ = "programme"
    __table_args__ = (
        one_of("state", PROGRAMME_STATES),
        CheckConstraint("k >= 5", name="k_at_least_five"),
        CheckConstraint("open_days >= 1", name="open_for_a_day"),
        CheckConstraint("sample_share > 0 AND sample_share <= 1", name="sample_is_a_share"),
        CheckConstraint("epoch_months BETWEEN 1 AND 12", name="epoch_ends_within_a_year"),
        Index(
            "one_programme_at_a_time",
            text("(state <> 'ended')"),
            unique=True,
            sqlite_where=text("state <> 'ended'"),
            postgresql_where=text("state <> 'ended'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    rule: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[date]
    hour: Mapped[time]
    open_days: Mapped[int]
    reminder_days: Mapped[list[int]] = mapped_column(JSON)
    countries: Mapped[list[str]] = mapped_column(JSON)
    home_zone: Mapped[str] = mapped_column(String(64))
    sample_share: Mapped[float]
    epoch_months: Mapped[int]
    k: Mapped[int]
    questionnaire: Mapped[str] = mapped_column(ForeignKey("questionnaire_version.code"))
    with_module: Mapped[bool] = mapped_column(default=False)


class ProgrammeChange(CompanyTable):
    """A pause, a shift or the end, in the order in which they were decided."""

    __tablename__ = "programme_change"
    __table_args__ = (one_of("kind", ("pause", "shift", "end")),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    kind: Mapped[str] = mapped_column(String(16))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    decided_at: Mapped[datetime] = mapped_column(Moment)


class Epoch(CompanyTable):
    """Waves within which a person's answers are linked; its key lies in the vault."""

    __tablename__ = "epoch"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    number: Mapped[int]
    begun_on: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    carry: Mapped[bytes | None]
