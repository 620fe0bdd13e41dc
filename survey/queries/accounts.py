"""Who has an account, and as what."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account, AccountRole
from survey.models.company.people import Person

MAY_SIGN_IN: ColumnElement[bool] = Account.closed_at.is_(None) & or_(
    Person.id.is_not(None) & Person.left_on.is_(None), Account.person_id.is_(None) & Account.mail.is_not(None)
)
"""Open, and of a person who has not left or of somebody who is not in the people file. Needs the join to person."""

ADDRESS: ColumnElement[str] = func.coalesce(Account.mail, func.lower(Person.mail))


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody an address belongs to. Without an account they are a person who never signed in."""

    account_id: int | None
    person_id: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as the list of accounts shows it."""

    id: int
    address: str | None
    is_open: bool
    roles: tuple[tuple[str, int | None], ...]


def account_of_address(session: Session, address: str) -> Known | None:
    """The account that may be signed in to with this address, be it the account's own or the person's."""
    found = session.execute(
        select(Account.id, Account.person_id, Account.language)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(or_(Account.mail == address, func.lower(Person.mail) == address), MAY_SIGN_IN)
        .order_by(Account.mail.is_(None), Account.id)
        .limit(1)
    ).first()
    return Known(*found) if found else None


def person_of_address(session: Session, address: str) -> Known | None:
    """A person of today without an account, closed or open."""
    found = session.execute(
        select(Person.id, Person.language)
        .outerjoin(Account, or_(Account.person_id == Person.id, Account.mail == address))
        .where(func.lower(Person.mail) == address, Person.left_on.is_(None), Account.id.is_(None))
        .limit(1)
    ).first()
    return Known(None, found.id, found.language) if found else None


def person_without_account(session: Session, address: str) -> int | None:
    """The person of today who has this address, where no account belongs to them."""
    return session.scalar(
        select(Person.id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(func.lower(Person.mail) == address, Person.left_on.is_(None), Account.id.is_(None))
        .limit(1)
    )


def account_named(session: Session, address: str) -> Listed | None:
    """The account, open or closed, that an operator means by this address."""
    return next(iter(_listed(session, ADDRESS.in_([address]))), None)


def accounts_with_power(session: Session) -> tuple[Listed, ...]:
    """Every account that is more than an employee's."""
    more = select(AccountRole.account_id).where(AccountRole.role != "employee")
    return _listed(session, Account.id.in_(more))


def n_admins(session: Session) -> int:
    """Open accounts that may open others."""
    admins = select(AccountRole.account_id).where(AccountRole.role == "admin")
    wanted = select(func.count()).select_from(Account).outerjoin(Person, Person.id == Account.person_id)
    return session.scalar(wanted.where(Account.id.in_(admins), MAY_SIGN_IN)) or 0


def _listed(session: Session, wanted: ColumnElement[bool]) -> tuple[Listed, ...]:
    found = session.execute(
        select(Account.id, ADDRESS, Account.closed_at.is_(None))
        .outerjoin(Person, Person.id == Account.person_id)
        .where(wanted)
        .order_by(Account.id)
    ).all()
    return tuple(Listed(number, address, is_open, roles_of(session, number)) for number, address, is_open in found)


def address_of(session: Session, account_id: int) -> str | None:
    """Where an account's mail goes: its own address, or that of its person."""
    own = select(Account.mail, Person.mail).outerjoin(Person, Person.id == Account.person_id)
    found = session.execute(own.where(Account.id == account_id, Account.closed_at.is_(None))).one_or_none()
    return None if found is None else found[0] or found[1]


def reachable(session: Session, roles: Collection[str]) -> list[int]:
    """Open accounts with one of these roles that a mail can be sent to."""
    holding = select(AccountRole.account_id).where(AccountRole.role.in_(roles))
    found = select(Account.id).outerjoin(Person, Person.id == Account.person_id)
    return list(
        session.scalars(found.where(Account.id.in_(holding), MAY_SIGN_IN, ADDRESS.is_not(None)).order_by(Account.id))
    )


def recipient(session: Session, account_id: int, roles: Collection[str]) -> tuple[str, str] | None:
    """Address and language of an account, as long as it is open and has one of these roles."""
    if account_id not in reachable(session, roles):
        return None
    own = select(ADDRESS, Account.language).outerjoin(Person, Person.id == Account.person_id)
    address, language = session.execute(own.where(Account.id == account_id)).one()
    return address, language


def roles_of(session: Session, account_id: int) -> tuple[tuple[str, int | None], ...]:
    found = session.execute(
        select(AccountRole.role, AccountRole.unit_id)
        .where(AccountRole.account_id == account_id)
        .order_by(AccountRole.id)
    )
    return tuple((role, unit_id) for role, unit_id in found)


def open_account(session: Session, *, mail: str | None, person_id: int | None, language: str) -> int:
    added = Account(mail=mail, person_id=person_id, language=language)
    session.add(added)
    session.flush()
    return added.id


def set_closed(session: Session, account_id: int, *, at: datetime | None) -> None:
    session.execute(update(Account).where(Account.id == account_id).values(closed_at=at))


def set_person(session: Session, account_id: int, *, person_id: int) -> None:
    session.execute(update(Account).where(Account.id == account_id).values(person_id=person_id))


def give_role(session: Session, account_id: int, *, role: str, unit_id: int | None) -> bool:
    """Whether the role is new. The unit may be None, which no unique constraint compares."""
    if (role, unit_id) in roles_of(session, account_id):
        return False
    session.execute(insert(AccountRole).values(account_id=account_id, role=role, unit_id=unit_id))
    return True


def take_role(session: Session, account_id: int, *, role: str, unit_id: int | None) -> bool:
    """Whether the role was there."""
    if (role, unit_id) not in roles_of(session, account_id):
        return False
    of_unit = AccountRole.unit_id.is_(None) if unit_id is None else AccountRole.unit_id == unit_id
    session.execute(delete(AccountRole).where(AccountRole.account_id == account_id, AccountRole.role == role, of_unit))
    return True
