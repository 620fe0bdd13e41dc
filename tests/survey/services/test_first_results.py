"""Before there are results it is known who is asked, when, and how large units are."""

from datetime import date, timedelta

from survey.db import Stores
from survey.services.first_results import first_results
from tests.survey.company import NOW, add_company
from tests.survey.web.programme.scenes import begin, open_since_today

BEFORE = NOW - timedelta(days=21)


def test_without_a_programme_nobody_knows_when(stores: Stores) -> None:
    add_company(stores)
    with stores.company.read() as session:
        found = first_results(session, now=NOW)

    assert (found.opens_on, found.results_on, found.is_open, found.asked) == (None, None, False, 0)


def test_the_wave_that_comes_is_told_with_its_people(stores: Stores) -> None:
    add_company(stores)
    begin(stores, n_people=20)
    with stores.company.read() as session:
        found = first_results(session, now=BEFORE)

    assert (found.opens_on, found.is_open, found.asked) == (date(2026, 11, 2), False, 20)
    assert found.results_on
    assert found.results_on > date(2026, 11, 2)
    assert found.typical[0] == ("division", 10)


def test_a_day_that_has_passed_is_no_promise(stores: Stores) -> None:
    add_company(stores)
    begin(stores, n_people=20)
    with stores.company.read() as session:
        assert first_results(session, now=NOW).opens_on is None


def test_a_wave_that_is_open_is_said_to_be(stores: Stores) -> None:
    add_company(stores)
    open_since_today(stores)
    with stores.company.read() as session:
        found = first_results(session, now=NOW)

    assert (found.is_open, found.opens_on) == (True, date(2026, 11, 16))
