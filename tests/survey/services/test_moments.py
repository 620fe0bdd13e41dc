"""Moments on the timeline: what is kept, what is refused, who reads which."""

from dataclasses import replace
from datetime import date

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.models.company.audit import AuditEntry
from survey.queries import moments as queries
from survey.queries import people
from survey.queries.moments import MomentFacts
from survey.services.moments import add_moment, correct_moment, faults_of, read_by, tidy, withdraw_moment
from survey.services.programme import By
from survey.services.release.reader import Reader
from tests.survey.company import DELIVERY, NORTH, NOW, SALES, add_company

BY = By(None, NOW)
GROWTH = MomentFacts(date(2026, 3, 2), date(2026, 8, 31), "other", "Delivery doubles", DELIVERY)


@pytest.fixture
def company(stores: Stores) -> Stores:
    add_company(stores)
    return stores


def test_a_moment_stands_on_the_timeline_until_it_is_withdrawn(company: Stores) -> None:
    with company.company.write() as session:
        number = add_moment(session, GROWTH, by=BY)
        before = queries.events(session)
        withdraw_moment(session, number, by=BY)
        after = queries.events(session)

    assert [(one.on, one.until, one.words, one.unit) for one in before] == [
        (GROWTH.first_day, GROWTH.until, GROWTH.words, DELIVERY)
    ]
    assert after == []


def test_a_correction_takes_the_place_of_what_stood_there(company: Stores) -> None:
    with company.company.write() as session:
        number = add_moment(session, GROWTH, by=BY)
        correct_moment(session, number, replace(GROWTH, words="Delivery grows", until=None), by=BY)
        kept = queries.kept_moments(session)

    assert [(one.id, one.moment.words, one.moment.until) for one in kept] == [(number, "Delivery grows", None)]


def test_what_was_withdrawn_is_not_corrected(company: Stores) -> None:
    with company.company.write() as session:
        number = add_moment(session, GROWTH, by=BY)
        withdraw_moment(session, number, by=BY)

        with pytest.raises(NotPossible, match="has been withdrawn"):
            correct_moment(session, number, GROWTH, by=BY)


def test_the_audit_log_tells_what_was_done_without_the_words(company: Stores) -> None:
    with company.company.write() as session:
        number = add_moment(session, GROWTH, by=BY)
        withdraw_moment(session, number, by=BY)
        entries = session.query(AuditEntry).order_by(AuditEntry.number).all()
        told = [(one.action, one.details["words"], one.details["day"]) for one in entries]

    assert told == [("moment added", 16, "2026-03-02"), ("moment withdrawn", 16, "2026-03-02")]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "x" * 121}, "words"),
        ({"until": date(2026, 3, 1)}, "until"),
        ({"until": date(2100, 1, 1)}, "until"),
        ({"first_day": date(1989, 12, 31)}, "first_day"),
        ({"kind": "party"}, "kind"),
        ({"unit_id": 999}, "unit"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(company: Stores, changed: dict[str, object], field: str) -> None:
    moment = replace(GROWTH, **changed)
    with company.company.write() as session:
        faults = faults_of(session, moment)
        with pytest.raises(NotPossible):
            add_moment(session, moment, by=BY)

    assert [one.field for one in faults] == [field]


def test_a_moment_may_lie_ahead(company: Stores) -> None:
    with company.company.write() as session:
        add_moment(session, replace(GROWTH, first_day=date(2027, 2, 1), until=None), by=BY)

        assert queries.events(session, until=NOW.date()) == []
        assert len(queries.events(session)) == 1


def test_words_are_one_line() -> None:
    assert tidy(" a\r\n\tb\0 ") == "a b"


@pytest.mark.parametrize(
    ("reader", "read"),
    [
        (Reader(), {None, SALES, DELIVERY}),
        (Reader(own=frozenset({NORTH})), {None, SALES, DELIVERY, NORTH}),
        (Reader(own=frozenset({SALES})), {None, SALES, DELIVERY}),
        (Reader(sees_all=True), {None, SALES, DELIVERY, NORTH, 999}),
    ],
)
def test_what_happened_below_a_division_is_for_its_people_hr_and_the_ceo(
    company: Stores, reader: Reader, read: set[int | None]
) -> None:
    with company.company.read() as session:
        tree = people.whole_tree(session)
    told = [replace(GROWTH, unit_id=unit) for unit in (None, SALES, DELIVERY, NORTH, 999)]
    events = [queries.Event(one.first_day, one.until, one.kind, one.words, one.unit_id) for one in told]

    assert {one.unit for one in read_by(reader, tree, events)} == read
