"""The history that the company brought along from another tool."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment
from survey.models.company.table import CompanyTable


class ImportedHistory(CompanyTable):
    """What was imported, once; its numbers are in releases, and `carry` is what the engine goes on with."""

    __tablename__ = "imported_history"
    __table_args__ = (CheckConstraint("id = 1", name="one_history"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    files: Mapped[list[str]] = mapped_column(JSON)
    content_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    n_rows: Mapped[int]
    n_waves: Mapped[int]
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    imported_at: Mapped[datetime] = mapped_column(Moment)
    carry: Mapped[bytes]
