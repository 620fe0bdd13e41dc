"""The answers store: what was answered, by no one. No time, serial number, name or key of a person.

The primary key is random to whoever lacks the vault's key, and on SQLite it is also the order on disk.
"""

from sqlalchemy import JSON, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from survey.models.columns import metadata, one_of

REASONS = ("names", "recognisable", "customer", "insult")
"""Why a comment may be withheld; words of a moderator's own could hold what is to be kept."""


class AnswersTable(DeclarativeBase):
    metadata = metadata()


class Response(AnswersTable):
    """One person's answers in one wave. Tenure, level and the exact unit go when the wave closes."""

    __tablename__ = "response"
    __table_args__ = (Index(None, "wave"), {"sqlite_with_rowid": False})

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    wave: Mapped[int]
    unit: Mapped[int]
    tenure: Mapped[str | None] = mapped_column(String(16))
    level: Mapped[str | None] = mapped_column(String(16))
    pseudonym: Mapped[bytes] = mapped_column(LargeBinary(32))
    answers: Mapped[dict[str, int | None]] = mapped_column(JSON)


class Comment(AnswersTable):
    """One comment: wave, division, text, nothing else."""

    __tablename__ = "comment"
    __table_args__ = (Index(None, "wave"), {"sqlite_with_rowid": False})

    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    wave: Mapped[int]
    division: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class Withheld(AnswersTable):
    """A comment that a moderator keeps from being published."""

    __tablename__ = "withheld"
    __table_args__ = (Index(None, "wave"), one_of("reason", REASONS), {"sqlite_with_rowid": False})

    comment: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    wave: Mapped[int]
    reason: Mapped[str] = mapped_column(String(16))


class OpenWave(AnswersTable):
    """The gate: an answer is taken while its wave stands here, and the first step of closing takes it away."""

    __tablename__ = "open_wave"

    wave: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
