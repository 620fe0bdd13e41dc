"""A programme is begun, paused, moved and ended."""

from datetime import date, timedelta

import pytest

from survey.db import Stores
from survey.errors import NoProgramme, NotPossible
from survey.queries import programme as queries
from survey.queries.programme import ProgrammeFacts
from survey.scheduling.dates import WaveDates
from survey.scheduling.plan import Plan
from survey.services import programme
from survey.services.programme import By
from survey.services.upcoming import next_wave
from tests.survey.services.programmes import OURS, STARTS, Running, start

MONTHLY = Plan(rule="monthly", starts_on=STARTS)


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


def by(running: Running) -> By:
    return By(None, running.now)


def coming(running: Running) -> WaveDates | None:
    with running.stores.company.read() as session:
        return next_wave(session, current(running))


def current(running: Running) -> ProgrammeFacts:
    with running.stores.company.read() as session:
        found = queries.current_programme(session)
    assert found
    return found


def create(running: Running, plan: Plan = MONTHLY, questionnaire: str = OURS) -> None:
    with running.stores.company.write() as session:
        programme.create_programme(session, plan, questionnaire=questionnaire, with_module=False, by=by(running))


def test_one_programme_runs_at_a_time(running: Running) -> None:
    with pytest.raises(NotPossible, match="runs already"):
        create(running)


def test_a_company_of_nine_is_refused(stores: Stores) -> None:
    with pytest.raises(NotPossible, match="got 8 people on 2026-01-05; wanted 10"):
        start(stores, people_per_team=2)


def test_a_paused_programme_opens_nothing_and_goes_on_with_the_next_number(running: Running) -> None:
    running.close(running.open_next())
    with running.stores.company.write() as session:
        programme.pause(session, by=by(running))
    paused = coming(running)
    running.now += timedelta(days=60)
    with running.stores.company.write() as session:
        programme.resume(session, by=by(running))
    resumed = coming(running)

    assert paused is None
    assert resumed
    assert (resumed.number, resumed.opens_on) == (2, date(2026, 4, 6))


def test_a_pause_on_the_day_of_an_opening_takes_no_wave_away(running: Running) -> None:
    running.close(running.open_next())
    running.now -= timedelta(days=12)
    with running.stores.company.write() as session:
        programme.pause(session, by=by(running))
    running.now += timedelta(days=3)
    with running.stores.company.write() as session:
        programme.resume(session, by=by(running))
    resumed = coming(running)

    assert resumed
    assert (resumed.number, resumed.opens_on) == (2, date(2026, 2, 2))


def test_a_wave_that_has_not_opened_can_be_moved(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.shift(session, number=1, days=7, by=by(running))
    moved = coming(running)

    assert moved
    assert moved.opens_on == date(2026, 1, 12)


def test_days_count_from_where_the_wave_stands(running: Running) -> None:
    for _ in range(2):
        with running.stores.company.write() as session:
            programme.shift(session, number=1, days=7, by=by(running))
    moved = coming(running)

    assert moved
    assert moved.opens_on == date(2026, 1, 19)


def test_a_wave_is_moved_to_a_day_or_to_the_next_working_day(running: Running) -> None:
    with running.stores.company.write() as session:
        moved = programme.move(session, number=1, to=date(2026, 1, 17), by=by(running))

    assert moved.opens_on == date(2026, 1, 19)
    assert coming(running) == moved


def test_no_wave_is_moved_more_than_a_year_ahead(running: Running) -> None:
    with running.stores.company.write() as session, pytest.raises(NotPossible, match="more than a year"):
        programme.move(session, number=1, to=date.max, by=by(running))


def test_a_wave_that_never_comes_cannot_be_moved(running: Running) -> None:
    with running.stores.company.write() as session, pytest.raises(NotPossible, match="has no wave 9999"):
        programme.shift(session, number=9999, days=1, by=by(running))


def test_a_wave_that_has_opened_cannot(running: Running) -> None:
    running.open_next()
    with running.stores.company.write() as session, pytest.raises(NotPossible, match="wave 1 has opened"):
        programme.shift(session, number=1, days=7, by=by(running))


def test_no_wave_is_moved_into_the_past(running: Running) -> None:
    with running.stores.company.write() as session, pytest.raises(NotPossible, match="in the past"):
        programme.shift(session, number=1, days=-7, by=by(running))


def test_after_its_end_another_may_begin(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.end(session, by=by(running))
    create(running)

    assert current(running).id == 2


def test_k_is_raised_and_never_lowered(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.raise_k(session, k=8, by=by(running))
    with running.stores.company.write() as session, pytest.raises(NotPossible, match="wanted more than 8"):
        programme.raise_k(session, k=6, by=by(running))

    assert current(running).k == 8


def test_a_new_programme_cannot_lower_it_either(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.raise_k(session, k=8, by=by(running))
        programme.end(session, by=by(running))

    with pytest.raises(NotPossible, match="wanted 8 or more"):
        create(running)


def test_a_questionnaire_that_was_used_is_never_changed(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.end(session, by=by(running))

    with pytest.raises(NotPossible, match="give it a new version"):
        create(running, questionnaire=OURS + "\n# another word\n")


def test_without_a_programme_nothing_can_be_paused(running: Running) -> None:
    with running.stores.company.write() as session:
        programme.end(session, by=by(running))
    with running.stores.company.write() as session, pytest.raises(NoProgramme, match="no programme is running"):
        programme.pause(session, by=by(running))
