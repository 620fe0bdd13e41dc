"""The audit log only grows, and says where somebody put a hand to it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from survey.db import Stores
from survey.queries import audit as log
from survey.services.audit import Action, PersonalDetail, check_chain, hash_of, record

NOW = datetime(2026, 11, 16, 9, 30, 0, 123456, tzinfo=UTC)
UNLOCK = {
    "sqlite": ("DROP TRIGGER audit_entry_is_not_changed", "DROP TRIGGER audit_entry_is_not_deleted"),
    "postgresql": ("DROP TRIGGER audit_entry_is_not_changed ON audit_entry",),
}


def write(stores: Stores, **details: Any) -> None:
    with stores.company.write() as session:
        record(session, action=Action.ROLE_GIVEN, account_id=None, details=details, now=NOW)


def broken(stores: Stores) -> int | None:
    with stores.company.read() as session:
        return check_chain(session)


def tamper(stores: Stores, *statements: str) -> None:
    with stores.company.write() as session:
        for statement in (*UNLOCK[stores.company.engine.dialect.name], *statements):
            session.execute(text(statement))


@pytest.fixture
def four(stores: Stores) -> Stores:
    for account in range(4):
        write(stores, account=account, role="hr", units=[1, 2])
    return stores


def test_a_chain_nobody_touched_holds(four: Stores) -> None:
    assert broken(four) is None
    with four.company.read() as session:
        assert [entry.number for entry in log.entries(session)] == [1, 2, 3, 4]
        assert log.n_entries(session) == 4


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE audit_entry SET action = 'role taken' WHERE number = 2", 2),
        ("UPDATE audit_entry SET details = '{}' WHERE number = 4", 4),
        ("UPDATE audit_entry SET at = '2026-11-16 09:30:00.123457' WHERE number = 1", 1),
        ("DELETE FROM audit_entry WHERE number = 1", 1),
        ("DELETE FROM audit_entry WHERE number = 3", 3),
        ("UPDATE audit_entry SET number = 7 WHERE number = 4", 4),
    ],
)
def test_the_first_entry_that_was_touched_is_named(four: Stores, statement: str, number: int) -> None:
    tamper(four, statement)

    assert broken(four) == number


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry WHERE number = 4"]
)
def test_the_database_refuses_to_change_or_delete(four: Stores, statement: str) -> None:
    with pytest.raises(DBAPIError, match="never"), four.company.write() as session:
        session.execute(text(statement))

    assert broken(four) is None


def test_the_database_refuses_to_empty_or_replace(four: Stores) -> None:
    is_sqlite = four.company.engine.dialect.name == "sqlite"
    replaced = "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 2"
    with pytest.raises(DBAPIError, match="never"), four.company.write() as session:
        session.execute(text(replaced if is_sqlite else "TRUNCATE audit_entry"))


def test_two_writers_at_once_make_one_chain(stores: Stores) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda account: write(stores, account=account), range(24)))

    assert broken(stores) is None
    with stores.company.read() as session:
        assert log.n_entries(session) == 24


@pytest.mark.parametrize(
    "details",
    [{"mail": "ada@example.org"}, {"ada@example.org": 1}, {"who": ["x", "a@b"]}, {"who": {"mail": "a@b"}}],
)
def test_an_address_is_no_detail(stores: Stores, details: dict[str, Any]) -> None:
    with pytest.raises(PersonalDetail, match="wanted numbers, words and ids"):
        write(stores, **details)


def test_an_entry_reads_back_as_it_was_written(stores: Stores) -> None:
    write(stores, names="Zürich – ü", flags=[True, None])
    with stores.company.read() as session:
        found = next(log.entries(session))

    assert found.at == NOW
    assert found.details == {"names": "Zürich – ü", "flags": [True, None]}
    assert found.previous_hash == bytes(32)


def test_a_chain_made_anew_that_leaves_numbers_out_does_not_hold(stores: Stores) -> None:
    made = log.Entry(2, NOW, None, "role given", {}, bytes(32), b"")
    with stores.company.write() as session:
        log.append(session, replace(made, entry_hash=hash_of(made)))

    assert broken(stores) == 1
