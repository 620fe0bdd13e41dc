"""Alerts: what was told of alarms, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

ALERT_KINDS = ("alarm", "deepening", "recovery")
ALERT_STATES = ("open", "acknowledged", "recovered")
LONGEST_NOTE = 500


class Alert(CompanyTable):
    """A change that the CEO is told of: a fall, one that comes on top of it, or its end. Waves by number.

    `about_id` is the alert that a deepening or a recovery belongs to. `first` describes the change as it was told,
    `known` as it is known since, or says that a correction has taken it away.
    """

    __tablename__ = "alert"
    __table_args__ = (
        UniqueConstraint("programme_id", "unit_id", "principle", "told_in", "kind"),
        one_of("kind", ALERT_KINDS),
        one_of("state", ALERT_STATES),
        CheckConstraint("(kind = 'alarm') = (about_id IS NULL)", name="about_another"),
        CheckConstraint("state <> 'acknowledged' OR acknowledged_at IS NOT NULL", name="acknowledged_at_a_moment"),
        Index(None, "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    principle: Mapped[str] = mapped_column(String(32))
    told_in: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    about_id: Mapped[int | None] = mapped_column(ForeignKey("alert.id"))
    release_number: Mapped[int] = mapped_column(ForeignKey("release.number"))
    first: Mapped[dict[str, Any]] = mapped_column(JSON)
    known: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    raised_at: Mapped[datetime] = mapped_column(Moment)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Moment)
    acknowledged_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    recovered_in: Mapped[int | None]
    repeated_at: Mapped[datetime | None] = mapped_column(Moment)
