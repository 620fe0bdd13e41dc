"""What is stored of a person, and its erasure."""

import pytest

from survey.db import Stores
from survey.errors import NoSuchPerson
from survey.queries import answers, closings, invited, personal, waves
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.people.personal_data import answers_of, erase
from tests.survey.services.programmes import STARTS, Running, start


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores, plan=Plan(rule="monthly", starts_on=STARTS, epoch_months=2))


def live(running: Running) -> WaveFacts:
    wave = running.open_next()
    running.answer(wave, lambda person, _: 1 + person % 5)
    running.close(wave)
    return wave


def rows(running: Running, wave: WaveFacts) -> int:
    with running.stores.answers.read() as session:
        return answers.count_responses(session, wave.id)


def test_a_person_is_shown_what_they_answered_in_the_running_epoch(running: Running) -> None:
    live(running)
    wave = running.open_next()
    Desk(running.stores, running.clock).send(running.tokens(wave)[3], Sent({"L1": 2}, "A customer rang."))
    first, second = answers_of(running.stores, "P0003", account=None, now=running.now)

    assert (first.wave, len(first.answers), first.comment) == (1, 9, "")
    assert (second.wave, dict(second.answers), second.comment) == (2, {"L1": 2}, "A customer rang.")


def test_after_the_epoch_nothing_can_be_told(running: Running) -> None:
    live(running)
    live(running)

    assert answers_of(running.stores, "P0003", account=None, now=running.now) == []


def test_an_erased_person_is_nowhere(running: Running) -> None:
    wave = live(running)
    still_open = running.open_next()
    Desk(running.stores, running.clock).send(running.tokens(still_open)[3], Sent({"L1": 2}, "A customer rang."))
    n_rows = erase(running.stores, "P0003", account=None, now=running.now)

    assert n_rows == 2
    assert (rows(running, wave), rows(running, still_open)) == (39, 0)
    with running.stores.company.read() as session:
        assert personal.person_id(session, "P0003") is None
        assert 3 not in {one.person for one in waves.roster(session, wave.id)}
        assert 3 not in {one.person for one in invited.invitations(session, still_open.id)}


def test_what_was_counted_stays_as_it_was(running: Running) -> None:
    wave = live(running)
    with running.stores.company.read() as session:
        before = closings.closing(session, wave.id)
    erase(running.stores, "P0003", account=None, now=running.now)

    with running.stores.company.read() as session:
        assert closings.closing(session, wave.id) == before


def test_a_unit_left_with_too_few_rows_gives_them_upwards(running: Running) -> None:
    wave = live(running)
    for number in range(1, 7):
        erase(running.stores, f"P{number:04d}", account=None, now=running.now)
    with running.stores.answers.read() as session:
        left = answers.responses(session, [wave.id])

    assert len(left) == 34
    assert all(sum(row.unit == other.unit for row in left) >= wave.k for other in left)


def test_an_unknown_id_is_said_to_be_one(running: Running) -> None:
    with pytest.raises(NoSuchPerson, match="'P9999'"):
        erase(running.stores, "P9999", account=None, now=running.now)
