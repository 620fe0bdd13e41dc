"""What happened in the company, by day: put beside the trends, by people."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

MOMENT_KINDS = ("belief", "reorganisation", "leader", "other")
LONGEST_WORDS = 120


class DatedMoment(CompanyTable):
    """A day, or a span up to `until`; in the whole company, or in one unit. A withdrawn one is shown no more.

    `kind` "belief" is a decision that makes people believe that the customer comes first, or stop believing it.
    """

    __tablename__ = "moment"
    __table_args__ = (
        one_of("kind", MOMENT_KINDS),
        CheckConstraint("until IS NULL OR until > first_day", name="ends_after_it_began"),
        CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST_WORDS}", name="has_words"),
        Index(None, "unit_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    first_day: Mapped[date]
    until: Mapped[date | None]
    kind: Mapped[str] = mapped_column(String(16))
    words: Mapped[str] = mapped_column(String(LONGEST_WORDS))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
