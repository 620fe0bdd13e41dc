"""A wave from its opening to its close, through the services, on both databases."""

import pytest

from survey.db import Stores
from survey.queries import answers, closings, invited, waves
from survey.queries.answers import Stored
from survey.queries.waves import WaveFacts
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.closing.close import close_wave
from tests.survey.services.programmes import Running, start


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


def choose(person: int, code: str) -> int:
    return 1 + (person + len(code)) % 5


def rows_of(stores: Stores, wave: WaveFacts) -> list[Stored]:
    with stores.answers.read() as session:
        return answers.responses(session, [wave.id])


def test_everybody_is_invited_once_however_often_the_wave_is_opened(running: Running) -> None:
    wave = running.open_next()

    with running.stores.company.read() as session:
        assert len(invited.invitations(session, wave.id)) == len(waves.roster(session, wave.id)) == 40
        assert waves.waves_of(session, wave.programme) == [wave]


def test_an_answer_holds_neither_a_person_nor_a_time(running: Running) -> None:
    wave = running.open_next()
    running.answer(wave, choose, share=0.1)
    first, *_ = rows_of(running.stores, wave)

    assert set(first.answers) > {"L1", "C1", "E1", "L2", "C2", "E2"}
    assert len(first.answers) == 9
    assert len(rows_of(running.stores, wave)) == 4


def test_a_second_answer_replaces_the_first(running: Running) -> None:
    wave = running.open_next()
    token = running.tokens(wave)[1]
    desk = Desk(running.stores, running.clock)
    desk.send(token, Sent({"L1": 1}, "First."))
    desk.send(token, Sent({"L1": 5}, ""))
    pulse = desk.open(token, None)

    assert [dict(row.answers) for row in rows_of(running.stores, wave)] == [{"L1": 5}]
    assert pulse
    assert pulse.is_answered


def test_only_questions_that_were_asked_are_stored(running: Running) -> None:
    wave = running.open_next()
    Desk(running.stores, running.clock).send(running.tokens(wave)[1], Sent({"L1": 1, "XX": 3, "M1": 2}, ""))

    assert [dict(row.answers) for row in rows_of(running.stores, wave)] == [{"L1": 1}]


def test_what_was_withdrawn_is_gone(running: Running) -> None:
    wave = running.open_next()
    token = running.tokens(wave)[1]
    desk = Desk(running.stores, running.clock)
    desk.send(token, Sent({"L1": 1}, "A comment."))

    assert desk.withdraw(token)
    assert not desk.withdraw(token)
    assert not rows_of(running.stores, wave)


def test_after_the_close_a_link_leads_nowhere(running: Running) -> None:
    wave = running.open_next()
    token = running.tokens(wave)[1]
    running.close(wave)
    desk = Desk(running.stores, running.clock)

    assert desk.open(token, None) is None
    assert not desk.send(token, Sent({"L1": 1}, ""))
    assert not rows_of(running.stores, wave)


def test_closing_counts_and_then_erases(running: Running) -> None:
    wave = running.open_next()
    running.answer(wave, choose, share=0.8)
    running.close(wave)
    with running.stores.company.read() as session:
        found = closings.closing(session, wave.id)
        left = invited.invitations(session, wave.id)

    assert found
    assert (found.n_asked, found.n_answered) == (40, 32)
    assert not left
    assert {(row.tenure, row.level) for row in rows_of(running.stores, wave)} == {(None, None)}


def test_closing_again_changes_nothing(running: Running) -> None:
    wave = running.open_next()
    running.answer(wave, choose)
    running.close(wave)
    with running.stores.company.read() as session:
        before = closings.closing(session, wave.id)
    rows = rows_of(running.stores, wave)
    close_wave(running.stores, wave.id, now=running.now)

    with running.stores.company.read() as session:
        assert closings.closing(session, wave.id) == before
    assert rows_of(running.stores, wave) == rows
