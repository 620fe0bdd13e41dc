"""Work to be done: jobs with a business key each, and mails that leave after commit."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

WORK_STATES = ("waiting", "done", "failed")


class Work:
    """What both queues are made of. The fence counts the workers that took a row: the last one alone may finish it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    business_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(32))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16), default="waiting")
    due_at: Mapped[datetime] = mapped_column(Moment)
    leased_until: Mapped[datetime | None] = mapped_column(Moment)
    fence: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    fault: Mapped[str] = mapped_column(String(500), default="")


class Job(Work, CompanyTable):
    """One thing to do once."""

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("business_key"), one_of("state", WORK_STATES), Index(None, "state", "due_at"))


class OutboxMail(Work, CompanyTable):
    """A mail to be sent: which kind, for what. Its text is made when it is sent, so that no link is ever stored."""

    __tablename__ = "outbox_mail"
    __table_args__ = (
        UniqueConstraint("business_key"),
        one_of("state", WORK_STATES),
        Index(None, "state", "due_at"),
        # The hourly limit counts what is finished, and what is in a worker's hand, before each mail.
        Index(None, "finished_at"),
        Index(None, "leased_until"),
    )

    invitation_id: Mapped[bytes | None] = mapped_column(
        LargeBinary(16), ForeignKey("invitation.id", ondelete="CASCADE"), index=True
    )
