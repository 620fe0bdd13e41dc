"""A people file between its dry run and its import."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment
from survey.models.company.table import CompanyTable


class WaitingFile(CompanyTable):
    """The one file an account has chosen; gone when it is applied, discarded or too old.

    It lies here and not on a disk of the web server, so that every process and machine that serves pages finds it, so
    that it goes in the very transaction that applies it, and because the same facts about people lie here anyway.
    """

    __tablename__ = "waiting_file"
    __table_args__ = (Index(None, "received_at"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    is_full: Mapped[bool]
    columns: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    received_at: Mapped[datetime] = mapped_column(Moment)
