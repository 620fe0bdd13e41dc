"""Answers that should not count are removed, if that says nothing about few."""

import pytest

from survey.db import Stores
from survey.errors import NoSuchPerson, NotPossible
from survey.queries import answers, releases, waves
from survey.queries.releases import ReleaseFacts, Row
from survey.queries.waves import WaveFacts
from survey.services.closing.corrected import Refused
from survey.services.closing.correcting import correct_wave
from survey.services.release.chain import check_chain
from tests.survey.services.programmes import Running, start


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code)) % 5


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


@pytest.fixture
def closed(running: Running) -> WaveFacts:
    wave = running.open_next()
    running.answer(wave, choose)
    running.close(wave)
    return wave


def team_of(running: Running, wave: WaveFacts, size: int) -> list[str]:
    """The ids of people of the first team, or of the first few of them."""
    with running.stores.company.read() as session:
        roster = sorted(waves.roster(session, wave.id), key=lambda one: (one.unit, one.person))
    return [f"P{one.person:04d}" for one in roster[:size]]


def newest(running: Running, wave: WaveFacts) -> tuple[ReleaseFacts, list[Row]]:
    with running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.id)
        assert facts
        return facts, releases.rows(session, facts.number)


def test_three_answers_are_not_removed(running: Running, closed: WaveFacts) -> None:
    with pytest.raises(Refused, match="nothing was changed"):
        correct_wave(running.stores, 1, team_of(running, closed, 3), reason="asked by mistake", now=running.now)

    assert newest(running, closed)[0].version == 1


def test_a_whole_division_is_removed_in_a_new_version(running: Running, closed: WaveFacts) -> None:
    division = team_of(running, closed, 20)
    facts = correct_wave(running.stores, 1, division, reason="asked by mistake", now=running.now)
    found, rows = newest(running, closed)
    with running.stores.answers.read() as session:
        left = answers.count_responses(session, closed.id)

    assert (found.entry_hash, found.version, found.kind) == (facts.entry_hash, 2, "corrected")
    assert (found.n_answered, left) == (20, 20)
    assert {row.measure for row in rows} == {"learning", "customer_truth", "equal_say"}
    assert next(row.people for row in rows if not row.factor) == 20


def test_the_version_before_stays_and_the_chain_holds(running: Running, closed: WaveFacts) -> None:
    before = newest(running, closed)[1]
    correct_wave(running.stores, 1, team_of(running, closed, 20), reason="asked by mistake", now=running.now)

    with running.stores.company.read() as session:
        assert check_chain(session) is None
        assert releases.rows(session, 1) == before


def test_what_would_leave_two_of_a_team_is_refused_in_the_same_words(running: Running, closed: WaveFacts) -> None:
    with pytest.raises(Refused) as few:
        correct_wave(running.stores, 1, team_of(running, closed, 3), reason="x", now=running.now)
    with pytest.raises(Refused) as most:
        correct_wave(running.stores, 1, team_of(running, closed, 8), reason="x", now=running.now)

    assert str(few.value) == str(most.value)


def test_an_open_wave_is_not_corrected(running: Running) -> None:
    running.open_next()
    with pytest.raises(NotPossible, match="is not closed"):
        correct_wave(running.stores, 1, ["P0001"], reason="x", now=running.now)


def test_an_id_that_nobody_has_is_named(running: Running, closed: WaveFacts) -> None:
    with pytest.raises(NoSuchPerson, match="'P9999'"):
        correct_wave(running.stores, closed.number, ["P9999"], reason="x", now=running.now)
