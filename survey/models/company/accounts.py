"""Who may sign in, as what, and who is signed in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

ROLES = ("admin", "hr", "ceo", "leader", "employee", "council")


class Account(CompanyTable):
    """Somebody who may sign in. The log names accounts by id, so that an account is closed, never deleted."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("mail"), CheckConstraint("mail = lower(mail)", name="mail_in_small_letters"))

    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str | None] = mapped_column(String(254))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), unique=True)
    language: Mapped[str] = mapped_column(String(35))
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class AccountRole(CompanyTable):
    """What an account is; a leader is it of a unit."""

    __tablename__ = "account_role"
    __table_args__ = (
        one_of("role", ROLES),
        CheckConstraint("(role = 'leader') = (unit_id IS NOT NULL)", name="leaders_lead_a_unit"),
        UniqueConstraint("account_id", "role", "unit_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))


class ProviderLink(CompanyTable):
    """Who an account is at the identity provider. When that was found out is not stored: it is nobody's business."""

    __tablename__ = "provider_link"
    __table_args__ = (UniqueConstraint("account_id", "issuer"),)

    issuer: Mapped[str] = mapped_column(String(500), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))


class SignInLink(CompanyTable):
    """A link asked for by whoever typed this address; of use once, and in the browser that asked alone.

    The token is not stored: it is made from the id and the secret when the mail is.
    """

    __tablename__ = "sign_in_link"
    __table_args__ = (UniqueConstraint("token_hash"), Index(None, "expires_at"))

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    mail: Mapped[str] = mapped_column(String(254))
    browser_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class WebSession(CompanyTable):
    """A browser that is signed in."""

    __tablename__ = "web_session"
    __table_args__ = (Index(None, "account_id"),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    begun_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
