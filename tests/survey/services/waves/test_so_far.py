"""What is known of an open wave: a rough share, once a day, and of a small one nothing."""

from datetime import timedelta

import pytest

from survey.db import Stores
from survey.queries import answered_so_far
from survey.queries.answered_so_far import Share
from survey.queries.waves import WaveFacts
from survey.services.upcoming import due_jobs
from survey.services.waves.so_far import note_answered_so_far
from tests.survey.services.programmes import Running, start


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores, divisions=3, teams=3, people_per_team=7)


def noted(running: Running, wave: WaveFacts) -> Share | None:
    note_answered_so_far(running.stores, wave.id, now=running.now)
    with running.stores.company.read() as session:
        return answered_so_far.noted(session, wave.id)


def test_the_share_is_rounded_and_noted_once_a_day(running: Running) -> None:
    wave = running.open_next()
    running.answer(wave, lambda _person, _code: 4, share=26 / 63)
    first = noted(running, wave)
    running.answer(wave, lambda _person, _code: 4)
    same_day = noted(running, wave)
    running.now += timedelta(days=1)

    # 26 of 63 are 41.3 %.
    assert first == same_day == Share(wave.opens_on, 40)
    assert noted(running, wave) == Share(wave.opens_on + timedelta(days=1), 100)


def test_it_is_asked_for_from_the_second_day_on_and_once_for_each(running: Running) -> None:
    wave = running.open_next()
    keys = []
    for hours in (0, 12, 24, 30, 48):
        with running.stores.company.read() as session:
            keys.append([job.business_key for job in due_jobs(session, now=running.now + timedelta(hours=hours))])

    assert keys[:2] == [[], []]
    assert keys[2] == keys[3] == [f"note_answered:{wave.id}:2026-01-06"]
    assert keys[4] == [f"note_answered:{wave.id}:2026-01-07"]


def test_of_fewer_than_fifty_nothing_is_told(stores: Stores) -> None:
    running = start(stores)
    wave = running.open_next()

    assert noted(running, wave) is None


def test_it_is_forgotten_when_the_wave_has_closed(running: Running) -> None:
    wave = running.open_next()
    before = noted(running, wave)
    running.close(wave)

    assert before == Share(wave.opens_on, 0)
    assert noted(running, wave) is None
