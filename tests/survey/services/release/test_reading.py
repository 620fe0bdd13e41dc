"""What a reader sees of a release: everything, or company, divisions and what is their own; never fewer than k."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from survey.db import Stores
from survey.models.company.programme import Programme
from survey.queries.releases import Row
from survey.services.release import reading
from survey.services.release.reader import Reader
from survey.services.release.reading import Opened
from survey.services.release.shown import Numbers, half_width, item_cell, people, principle_cell
from survey.services.release.tables import pair
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES, add_company
from tests.survey.releases import ROWS, SPREAD, alarm, publish_rows
from tests.survey.web.programme.scenes import between_waves

ALL, ANYBODY = Reader(sees_all=True, sees_watch_list=True), Reader()
LEADER_OF_SALES = Reader(own=frozenset({SALES}), led=frozenset({SALES}))
OF_NORTH, OF_DELIVERY = Reader(own=frozenset({NORTH})), Reader(own=frozenset({DELIVERY}))
TOLD = (alarm(MERIDIAN), alarm(SALES), alarm(NORTH), alarm(SALES, list="watch"))
LARGE = tuple(replace(row, people=20) if row.unit_id == NORTH else row for row in ROWS)


@pytest.fixture
def published(stores: Stores) -> Stores:
    add_company(stores)
    between_waves(stores)
    publish_rows(stores, 1, LARGE, told=TOLD)
    return stores


def opened(stores: Stores, reader: Reader, *, k: int = 5) -> Opened:
    with stores.company.read() as session:
        return replace(reading.open_release(session, reading.of_waves(session)[-1], reader), k=k)


def seen(stores: Stores, reader: Reader, *, k: int = 5) -> list[Row]:
    with stores.company.read() as session:
        return reading.rows(session, opened(stores, reader, k=k))


def heard(stores: Stores, reader: Reader, *, k: int = 5) -> list[tuple[str, int]]:
    with stores.company.read() as session:
        return [(one.list, one.unit_id) for one in reading.told(session, opened(stores, reader, k=k))]


@pytest.mark.parametrize(
    ("reader", "units"),
    [
        (ALL, {MERIDIAN, SALES, NORTH, DELIVERY}),
        (ANYBODY, {MERIDIAN, SALES, DELIVERY}),
        (OF_NORTH, {MERIDIAN, SALES, NORTH, DELIVERY}),
        (OF_DELIVERY, {MERIDIAN, SALES, DELIVERY}),
        (LEADER_OF_SALES, {MERIDIAN, SALES, NORTH, DELIVERY}),
    ],
)
def test_a_unit_below_the_divisions_is_for_its_own_people_and_who_leads_it_or_above_it(
    published: Stores, reader: Reader, units: set[int]
) -> None:
    assert {row.unit_id for row in seen(published, reader)} == units


def test_the_watch_list_is_for_hr_and_alarms_of_teams_for_the_team(published: Stores) -> None:
    high = [("alarm", MERIDIAN), ("alarm", SALES)]

    assert heard(published, ALL) == [*high, ("alarm", NORTH), ("watch", SALES)]
    assert heard(published, OF_NORTH) == [*high, ("alarm", NORTH)]
    assert heard(published, ANYBODY) == heard(published, OF_DELIVERY) == heard(published, LEADER_OF_SALES) == high


def test_a_raised_k_hides_what_is_smaller_and_changes_nothing_else(published: Stores) -> None:
    assert seen(published, ALL, k=21) == [row for row in LARGE if (row.people or 0) >= 21]
    assert heard(published, ALL, k=21) == [("alarm", MERIDIAN)]


def test_k_is_what_it_was_raised_to_in_whatever_programme(published: Stores) -> None:
    with published.company.write() as session:
        session.execute(update(Programme).values(k=21))

    with published.company.read() as session:
        found = reading.open_release(session, reading.of_waves(session)[-1], ALL)
        assert found.k == 21
        assert {row.unit_id for row in reading.rows(session, found)} == {MERIDIAN, SALES}


def test_a_distribution_needs_ten_people_or_k(published: Stores) -> None:
    company = next(row for row in seen(published, ALL, k=60) if row.measure == "L1")
    hidden = [row for row in seen(published, ALL, k=61) if row.counts]

    assert company.counts == [6, 12, 18, 12, 12]
    assert hidden == []


def test_the_newest_version_is_read(published: Stores) -> None:
    publish_rows(published, 1, ROWS[:1])

    assert seen(published, ALL) == [ROWS[0]]


@pytest.mark.parametrize(("n", "told"), [(5, "5–9"), (9, "5–9"), (10, "10–19"), (19, "10–19"), (20, "20"), (None, "")])
def test_few_people_are_told_as_a_band(n: int | None, told: str) -> None:
    assert people(n) == told


def test_the_range_follows_from_the_spread_in_the_company_and_the_people() -> None:
    assert half_width(20.0, 25) == pytest.approx(1.645 * 20 / 5)
    assert half_width(None, 25) is None


def test_a_change_stands_beside_a_range_that_holds_both() -> None:
    now, before = Numbers.of(ROWS[:1], SPREAD), Numbers.of([replace(ROWS[0], points=64.0)], SPREAD)
    cell = principle_cell(now, before, unit=MERIDIAN, measure="learning")

    assert cell
    assert cell.change == pytest.approx(-2.6)
    assert cell.change_half == pytest.approx(2**0.5 * 1.645 * 20 / 60**0.5)


def test_a_bound_has_neither_range_nor_change() -> None:
    both = Numbers.of(ROWS[-1:], SPREAD)
    cell = principle_cell(both, both, unit=DELIVERY, measure="learning")

    assert cell
    assert (cell.bound, cell.value, cell.low, cell.change, cell.people) == ("≥ 90", None, None, None, "10–19")


def test_the_range_of_a_question_follows_from_its_answers(published: Stores) -> None:
    item = opened(published, ALL).questionnaire.item("L1")
    cell = item_cell(ROWS[2], item)

    assert cell.shares == (10, 20, 30, 20, 20)
    assert cell.half == pytest.approx(1.645 * 25 * (96.6 / 59) ** 0.5 / 60**0.5, rel=0.02)


def test_bands_that_are_shown_as_one_stand_there_as_one(published: Stores) -> None:
    joined = Row(MERIDIAN, "tenure", "under_1+1_to_3", "learning", 30, 90, 50.0)
    publish_rows(published, 1, (*ROWS, joined))
    with published.company.read() as session:
        lines = pair(session, opened(published, ALL), None, None).bands(MERIDIAN)

    assert [line.band for line in lines if line.factor == "tenure"] == ["under_1+1_to_3", "3_to_10", "over_10"]
    assert [line.band for line in lines if line.cells[0]] == ["front_line", "under_1+1_to_3"]
