"""Comments that were let through: what may be read of them, and never more."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment
from survey.models.company.table import CompanyTable


class CommentPublication(CompanyTable):
    """The comments of a wave were published, once. `written_from` and `withheld_from` are the lower ends of bands.

    `k` is the smallest group that held then.
    """

    __tablename__ = "comment_publication"
    __table_args__ = (CheckConstraint("k >= 5", name="k_at_least_five"),)

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    published_at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    k: Mapped[int]
    written_from: Mapped[int]
    withheld_from: Mapped[int]


class PublishedComment(CompanyTable):
    """One comment under a random id, in a division that may be named, or else in the company."""

    __tablename__ = "published_comment"
    __table_args__ = (Index(None, "wave_id"), {"sqlite_with_rowid": False})

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("comment_publication.wave_id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    text: Mapped[str] = mapped_column(Text)
