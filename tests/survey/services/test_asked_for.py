"""What somebody asks for is decided at once, and done by a worker."""

from datetime import UTC, date, datetime, timedelta

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import audit, waves
from survey.services import asked_for
from survey.services.answering.desk import Desk
from survey.services.by_hand import close_open, open_due, open_next, remind_now
from survey.services.programme import By, end
from survey.services.upcoming import closing_job, due_jobs
from tests.survey.services.programmes import Running, start

TUESDAY = datetime(2026, 1, 20, 12, tzinfo=UTC)


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


@pytest.fixture
def between(running: Running) -> Running:
    """Wave 1 has closed; wave 2 would open on 2 February."""
    running.close(running.open_next())
    running.now = TUESDAY
    return running


def open_soon(running: Running) -> None:
    with running.stores.company.write() as session:
        asked_for.open_soon(session, by=By(None, running.now))


def test_a_wave_that_is_asked_for_opens_today(between: Running) -> None:
    open_soon(between)
    made = open_due(between.stores, now=between.now)

    assert made
    assert (made.number, made.state, made.opens_on) == (2, "open", TUESDAY.date())


def test_a_wave_that_is_asked_for_opens_also_on_a_sunday(running: Running) -> None:
    open_soon(running)
    made = open_due(running.stores, now=running.now)

    assert made
    assert (made.state, made.opens_on) == ("open", date(2026, 1, 4))


def test_a_week_lies_between_two_waves(running: Running) -> None:
    running.open_next()
    running.now += timedelta(days=2)
    close_open(running.stores, early=True, now=running.now)

    with pytest.raises(NotPossible, match="wave 2 opens on 2026-01-12"):
        open_soon(running)
    with running.stores.company.read() as session:
        assert audit.last_entry(session).action == "wave closed"


def test_the_command_opens_early_as_the_page_does(between: Running) -> None:
    made = open_next(between.stores, early=True, now=between.now)

    assert (made.number, made.opens_on, made.last_day) == (2, date(2026, 1, 20), date(2026, 2, 2))


def test_the_command_says_when_it_cannot_be_earlier(running: Running) -> None:
    running.open_next()
    running.now += timedelta(days=2)
    close_open(running.stores, early=True, now=running.now)

    with pytest.raises(NotPossible, match="wave 2 opens on 2026-01-12: that is the earliest possible"):
        open_next(running.stores, early=True, now=running.now)
    with pytest.raises(NotPossible, match="wave 2 opens on 2026-02-02: wait, or open it --early"):
        open_next(running.stores, early=False, now=running.now)


def test_from_the_moment_a_close_is_asked_for_nobody_can_answer(running: Running) -> None:
    wave = running.open_next()
    token = next(iter(running.tokens(wave).values()))
    with running.stores.company.write() as session:
        asked_for.close_soon(session, number=1, by=By(None, running.now))

    assert Desk(running.stores, running.clock).open(token, None) is None


def test_a_worker_finishes_the_close_once(running: Running) -> None:
    wave = running.open_next()
    with running.stores.company.write() as session:
        asked_for.close_soon(session, number=1, by=By(None, running.now))
        planned = due_jobs(session, now=wave.closes_at)
    close_open(running.stores, early=True, now=running.now)

    assert [one.business_key for one in planned] == [closing_job(wave, running.now).business_key]
    with running.stores.company.read() as session:
        assert waves.wave(session, wave.id).state == "closed"


def test_a_second_reminder_of_a_day_is_none(running: Running) -> None:
    running.open_next()
    first = remind_now(running.stores, now=running.now)

    assert (first, remind_now(running.stores, now=running.now)) == (40, 0)


def test_without_an_open_wave_nobody_is_reminded(running: Running) -> None:
    with pytest.raises(NotPossible, match="no wave is open"):
        remind_now(running.stores, now=running.now)


def test_after_the_end_no_wave_opens(between: Running) -> None:
    with between.stores.company.write() as session:
        end(session, by=By(None, between.now))

    with pytest.raises(NotPossible, match="no programme runs"):
        open_soon(between)


def test_a_wave_that_is_due_is_opened_without_being_moved(between: Running) -> None:
    between.now = datetime(2026, 2, 2, 12, tzinfo=UTC)
    open_soon(between)

    with between.stores.company.read() as session:
        assert [one.kind for one in due_jobs(session, now=between.now)] == ["open_wave"]
        assert audit.last_entry(session).action == "wave closed"
