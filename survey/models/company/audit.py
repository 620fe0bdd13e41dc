"""The audit log: a chain, each entry bound to the one before."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment
from survey.models.company.table import CompanyTable


class AuditEntry(CompanyTable):
    """Who did what, when. Accounts by id; no name, no address."""

    __tablename__ = "audit_entry"
    __table_args__ = (CheckConstraint("number >= 1", name="counts_from_one"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    action: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    entry_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
