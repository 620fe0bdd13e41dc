"""A link is of use once, for ten minutes, in the browser that asked; who is known shows in the mail alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.accounts import Account, AccountRole, SignInLink, WebSession
from survey.models.company.work import OutboxMail
from survey.services.sign_in import Letter, ask_for_link, consume, sign_in_letter_data
from tests.survey.company import NOW, add_account, add_person

SECRET = b"s" * 32
ADA = "ada@meridian.example"
OTHERS = "somebody@else.example"


@pytest.fixture
def ada(stores: Stores) -> int:
    return add_account(stores, ADA, "hr")


def ask(stores: Stores, address: str = ADA, *, browser: str = "mine", now: datetime = NOW) -> bytes:
    """The id of the link that the last mail in the outbox is about."""
    with stores.company.write() as session:
        ask_for_link(session, address=address, browser=browser, secret=SECRET, now=now)
    return mails(stores)[-1]


def mails(stores: Stores) -> list[bytes]:
    with stores.company.read() as session:
        found = session.scalars(select(OutboxMail).order_by(OutboxMail.id))
        return [bytes.fromhex(mail.details["link"]) for mail in found if mail.kind == "sign_in"]


def letter(stores: Stores, link: bytes, *, secret: bytes = SECRET, now: datetime = NOW) -> Letter | None:
    with stores.company.read() as session:
        return sign_in_letter_data(session, link, secret, now=now)


def token_of(stores: Stores, link: bytes) -> str:
    found = letter(stores, link)
    assert found
    return found.token


def use(stores: Stores, token: str, *, browser: str = "mine", now: datetime = NOW) -> str | None:
    with stores.company.write() as session:
        return consume(session, token=token, browser=browser, now=now)


@pytest.mark.usefixtures("ada")
def test_a_link_opens_a_session_once(stores: Stores) -> None:
    token = token_of(stores, ask(stores))

    assert use(stores, token)
    assert use(stores, token) is None


@pytest.mark.usefixtures("ada")
def test_a_link_opens_nothing_in_another_browser_and_stays_of_use_in_its_own(stores: Stores) -> None:
    token = token_of(stores, ask(stores))

    assert use(stores, token, browser="another") is None
    assert use(stores, token)


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("minutes", "opens"), [(9.99, True), (10, False), (11, False)])
def test_a_link_lasts_ten_minutes(stores: Stores, minutes: float, *, opens: bool) -> None:
    token = token_of(stores, ask(stores))

    assert bool(use(stores, token, now=NOW + timedelta(minutes=minutes))) is opens


@pytest.mark.usefixtures("ada")
def test_neither_token_is_stored(stores: Stores) -> None:
    link = token_of(stores, ask(stores))
    session_token = use(stores, link)
    with stores.company.read() as session:
        rows = [*session.scalars(select(SignInLink)), *session.scalars(select(WebSession))]
        stored = [value for row in rows for value in vars(row).values()]

    assert len(rows) == 2
    assert not {link, session_token, link.encode(), str(session_token).encode()} & {
        value for value in stored if isinstance(value, str | bytes)
    }


@pytest.mark.usefixtures("ada")
def test_without_the_secret_no_token_can_be_made(stores: Stores) -> None:
    made = letter(stores, ask(stores), secret=b"t" * 32)

    assert made
    assert use(stores, made.token) is None


@pytest.mark.usefixtures("ada")
def test_asking_leaves_the_same_behind_for_known_and_unknown(stores: Stores) -> None:
    known, unknown = ask(stores), ask(stores, OTHERS)

    assert len(mails(stores)) == 2
    assert letter(stores, known) == (ADA, token_of(stores, known), "en")
    assert letter(stores, unknown) is None


def test_a_closed_account_and_who_has_left_get_no_mail(stores: Stores) -> None:
    add_account(stores, ADA, "hr", closed=True)
    add_person(stores, ADA)
    add_person(stores, OTHERS, left_on=date(2026, 11, 1))

    assert letter(stores, ask(stores)) is None
    assert letter(stores, ask(stores, OTHERS)) is None


def test_a_person_gets_an_account_of_an_employee_with_the_first_link(stores: Stores) -> None:
    person = add_person(stores, "Bo@meridian.example")
    made = letter(stores, ask(stores, "bo@meridian.example"))
    assert made
    assert made.language == "de"
    assert use(stores, made.token)

    with stores.company.read() as session:
        account = session.scalars(select(Account)).one()
        assert (account.person_id, account.mail) == (person, None)
        assert session.scalars(select(AccountRole.role)).all() == ["employee"]


def test_an_account_opened_by_address_becomes_that_of_the_person(stores: Stores, ada: int) -> None:
    person = add_person(stores, ADA)
    assert use(stores, token_of(stores, ask(stores)))

    with stores.company.read() as session:
        assert session.get_one(Account, ada).person_id == person
        assert set(session.scalars(select(AccountRole.role))) == {"hr", "employee"}


@pytest.mark.usefixtures("ada")
def test_the_sixth_open_link_of_an_address_is_not_sent(stores: Stores) -> None:
    for number in range(7):
        ask(stores, browser=f"browser {number}")

    assert len(mails(stores)) == 5


def test_the_twenty_first_open_link_of_a_browser_is_not_sent(stores: Stores) -> None:
    for number in range(22):
        ask(stores, f"somebody{number}@else.example")

    assert len(mails(stores)) == 20


@pytest.mark.usefixtures("ada")
def test_after_ten_minutes_the_limit_is_new_and_the_old_links_are_gone(stores: Stores) -> None:
    for _ in range(6):
        ask(stores)
    ask(stores, now=NOW + timedelta(minutes=10))

    assert len(mails(stores)) == 6
    with stores.company.read() as session:
        assert len(session.scalars(select(SignInLink)).all()) == 1


@pytest.mark.usefixtures("ada")
def test_of_many_uses_at_once_one_opens(stores: Stores) -> None:
    token = token_of(stores, ask(stores))
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: use(stores, token), range(8)))

    assert len([one for one in opened if one]) == 1
