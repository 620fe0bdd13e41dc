"""Waves: the frozen tree and roster, the invitations while it is open, and what its close found."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.people import LEVELS
from survey.models.company.table import CompanyTable

WAVE_STATES = ("open", "closing", "closed", "refused")
TENURE_BANDS = ("under_1", "1_to_3", "3_to_10", "over_10", "unknown")


class Wave(CompanyTable):
    """One round of the programme."""

    __tablename__ = "wave"
    __table_args__ = (
        UniqueConstraint("programme_id", "number"),
        one_of("state", WAVE_STATES),
        CheckConstraint("closes_at > opens_at", name="closes_after_opening"),
        CheckConstraint("k >= 5", name="k_at_least_five"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    epoch_id: Mapped[int] = mapped_column(ForeignKey("epoch.id"))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))
    opens_on: Mapped[date]
    last_day: Mapped[date]
    opens_at: Mapped[datetime] = mapped_column(Moment)
    closes_at: Mapped[datetime] = mapped_column(Moment)
    is_last_of_epoch: Mapped[bool]
    k: Mapped[int]
    questionnaire: Mapped[str] = mapped_column(ForeignKey("questionnaire_version.code"))
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class WaveUnit(CompanyTable):
    """The tree as it was when the wave opened."""

    __tablename__ = "wave_unit"

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    parent_id: Mapped[int | None]
    name: Mapped[str] = mapped_column(String(200))


class RosterEntry(CompanyTable):
    """Who belonged where when the wave opened. Answers carry `answer_unit_id`: newcomers share it."""

    __tablename__ = "roster_entry"
    __table_args__ = (one_of("level", LEVELS), one_of("tenure", TENURE_BANDS), Index(None, "person_id"))

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    answer_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    tenure: Mapped[str] = mapped_column(String(16))
    level: Mapped[str] = mapped_column(String(16))


class Invitation(CompanyTable):
    """A person may answer an open wave. Gone when it closes."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("wave_id", "person_id"), UniqueConstraint("token_hash"))

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class AnsweredSoFar(CompanyTable):
    """What may be known of an open wave: the share of those asked, on one day, to the nearest 5 %."""

    __tablename__ = "answered_so_far"
    __table_args__ = (CheckConstraint("percent BETWEEN 0 AND 100 AND percent % 5 = 0", name="rounded"),)

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    noted_on: Mapped[date]
    percent: Mapped[int]


class Reply(CompanyTable):
    """What the company says about a wave: what was heard, what is done, what is not."""

    __tablename__ = "reply"

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    heard: Mapped[str] = mapped_column(Text)
    done: Mapped[str] = mapped_column(Text)
    not_done: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Closing(CompanyTable):
    """How many a wave asked and how many answered; what was found is in its release."""

    __tablename__ = "closing"

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    n_asked: Mapped[int]
    n_answered: Mapped[int]
