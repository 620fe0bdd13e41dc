"""What the calendar asks for, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from survey.db import Stores
from survey.services.by_hand import open_next
from survey.services.programme import By, end, pause
from survey.services.upcoming import due_jobs
from tests.survey.services.programmes import Running, start


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


def kinds(running: Running) -> list[str]:
    with running.stores.company.read() as session:
        return [job.kind for job in due_jobs(session, now=running.now)]


def test_nothing_is_due_the_day_before(running: Running) -> None:
    assert kinds(running) == []


def test_a_wave_opens_when_its_day_has_begun_somewhere(running: Running) -> None:
    running.now = datetime(2026, 1, 5, 0, 0, tzinfo=UTC)

    assert kinds(running) == ["open_wave"]


def test_an_open_wave_asks_for_nothing_until_its_last_day_is_over(running: Running) -> None:
    wave = running.open_next()
    before = kinds(running)
    running.now = wave.closes_at

    assert before == []
    assert kinds(running) == ["close_wave"]


def test_the_same_job_has_the_same_key(running: Running) -> None:
    running.now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    with running.stores.company.read() as session:
        first = due_jobs(session, now=running.now)
        again = due_jobs(session, now=running.now + timedelta(minutes=1))

    assert first[0].business_key == again[0].business_key


def test_a_wave_whose_days_are_over_is_refused_and_the_next_one_comes(running: Running) -> None:
    running.now = datetime(2026, 2, 2, 9, tzinfo=UTC)
    missed = open_next(running.stores, early=False, now=running.now)

    assert (missed.number, missed.state) == (1, "refused")
    assert open_next(running.stores, early=False, now=running.now).state == "open"


def test_an_epoch_ends_when_its_months_are_over_although_no_wave_came(running: Running) -> None:
    running.close(running.open_next())
    with running.stores.company.write() as session:
        pause(session, by=By(None, running.now))
    running.now = datetime(2027, 1, 4, 12, tzinfo=UTC)
    before = kinds(running)
    running.now = datetime(2027, 1, 5, 12, tzinfo=UTC)

    assert before == []
    assert kinds(running) == ["end_epoch"]


def test_the_epoch_of_an_ended_programme_ends_with_its_last_wave(running: Running) -> None:
    wave = running.open_next()
    with running.stores.company.write() as session:
        end(session, by=By(None, running.now))
    while_open = kinds(running)
    running.close(wave)

    assert while_open == []
    assert kinds(running) == ["end_epoch"]
