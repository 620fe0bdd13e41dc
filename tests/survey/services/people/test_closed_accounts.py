"""Who is erased can sign in no more, and is signed in nowhere."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.accounts import Account, SignInLink, WebSession
from survey.queries import audit, web_sessions
from survey.queries.sign_in_links import Link, add_link
from survey.services import accounts, sign_in
from survey.services.people.personal_data import erase
from survey.services.rights import Held, Role
from survey.services.tokens import hash_of
from tests.survey.services.programmes import start

NOW = datetime(2026, 1, 4, 12, tzinfo=UTC)
MAIL = "person.3@meridian.example"
KEY = "P0003"
BROWSER = "one"
LINK = "link"


@pytest.fixture
def company(stores: Stores) -> Stores:
    start(stores)
    return stores


def signed_in_as(stores: Stores, browser: str, *, role: Role = Role.HR) -> int:
    with stores.company.write() as session:
        account = accounts.open_account(session, address=MAIL, held=Held(role), now=NOW)
        web_sessions.begin(session, token_hash=hash_of(browser), account_id=account, now=NOW)
    return account


def test_their_account_is_closed_and_knows_them_no_more(company: Stores) -> None:
    number = signed_in_as(company, BROWSER)
    erase(company, KEY, account=None, now=NOW)

    with company.company.read() as session:
        row = session.get_one(Account, number)
        assert (row.closed_at, row.mail, row.person_id) == (NOW, None, None)


def test_their_browsers_are_signed_in_no_more(company: Stores) -> None:
    signed_in_as(company, BROWSER)
    erase(company, KEY, account=None, now=NOW)

    with company.company.read() as session:
        assert sign_in.signed_in(session, token=BROWSER, now=NOW) is None
        assert session.scalars(select(WebSession.ended_at)).all() == [NOW]


def test_no_link_that_waits_signs_them_in(company: Stores) -> None:
    with company.company.write() as session:
        add_link(session, Link(b"i" * 16, hash_of(LINK), MAIL, hash_of("browser"), NOW.replace(hour=13)))
    erase(company, KEY, account=None, now=NOW)

    with company.company.write() as session:
        assert session.scalars(select(SignInLink)).all() == []
        assert sign_in.consume(session, token=LINK, browser="browser", now=NOW) is None


def test_an_account_opened_with_their_address_alone_is_closed_too(company: Stores) -> None:
    with company.company.write() as session:
        session.add(Account(mail=MAIL, person_id=None, language="en"))
    erase(company, KEY, account=None, now=NOW)

    with company.company.read() as session:
        assert accounts.accounts.account_of_address(session, MAIL) is None
        assert session.scalars(select(Account.closed_at)).all() == [NOW]


def test_the_accounts_of_others_stay_open(company: Stores) -> None:
    with company.company.write() as session:
        session.add(Account(mail="ada@meridian.example", person_id=None, language="en"))
    erase(company, KEY, account=None, now=NOW)

    with company.company.read() as session:
        assert session.scalars(select(Account.closed_at)).all() == [None]


def test_the_log_says_whose_word_closed_which_account(company: Stores) -> None:
    number = signed_in_as(company, BROWSER)
    erase(company, KEY, account=number, now=NOW)

    with company.company.read() as session:
        told = [(entry.action, entry.account_id, entry.details) for entry in audit.newest(session, limit=3)]
    assert told == [
        ("person erased", number, {"rows": 0}),
        ("account closed", number, {"account": number}),
        ("all sessions ended", number, {"account": number, "sessions": 1}),
    ]
