"""A wave is moved where that leaves the others alone; where it does not, it is said what is in the way."""

from datetime import date, timedelta

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import audit
from survey.scheduling.dates import WaveDates
from survey.services.programme import By, move
from tests.survey.services.programmes import Running, start


@pytest.fixture
def running(stores: Stores) -> Running:
    """Wave 1 opens on 5 January and closes on the 16th; wave 2 opens on 2 February, wave 3 on 2 March."""
    return start(stores)


def moved(running: Running, number: int, to: date) -> WaveDates:
    with running.stores.company.write() as session:
        return move(session, number=number, to=to, by=By(None, running.now))


def test_a_wave_opens_on_the_day_it_was_moved_to_with_all_its_days(running: Running) -> None:
    coming = moved(running, 2, date(2026, 2, 10))

    assert (coming.opens_on, coming.last_day) == (date(2026, 2, 10), date(2026, 2, 23))


def test_a_saturday_gives_way_to_monday(running: Running) -> None:
    assert moved(running, 2, date(2026, 2, 7)).opens_on == date(2026, 2, 9)


@pytest.mark.parametrize(
    ("number", "to", "told"),
    [
        (2, date(2026, 1, 14), "wave 1 is open until 2026-01-16: got 2026-01-14; wanted a later day"),
        (2, date(2026, 2, 20), "wave 2 would be open until 2026-03-05, and wave 3 opens on 2026-03-02: move that one"),
        (2, date(2026, 3, 2), "wave 3 would be open from 2026-03-09"),
        (3, date(2026, 2, 9), "wave 2 would be open from 2026-02-02 to 2026-02-08, and not from 2026-02-02 to"),
        (3, date(2026, 1, 26), "wave 3 opens on 2026-02-09: that is the earliest possible"),
        (2, date(2026, 1, 3), "wave 2 would open in the past"),
        (2, date(2027, 2, 10), "wave 2 would open in more than a year"),
        (99, date(2026, 6, 1), "wave 99 opens on"),
    ],
)
def test_what_is_in_the_way_is_said_and_nothing_is_moved(running: Running, number: int, to: date, told: str) -> None:
    running.open_next()
    with pytest.raises(NotPossible, match=told):
        moved(running, number, to)

    with running.stores.company.read() as session:
        assert audit.last_entry(session).action == "wave opened"


def test_a_wave_that_was_closed_early_is_in_nobodys_way(running: Running) -> None:
    wave = running.open_next()
    running.close(wave)
    running.now = running.now.replace(day=13)

    assert moved(running, 2, date(2026, 1, 14)).opens_on == date(2026, 1, 14)
    assert moved(running, 2, date(2026, 1, 14) + timedelta(days=1)).opens_on == date(2026, 1, 15)
