"""A wave's release, made when it closes, on both databases."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from survey.db import Stores
from survey.queries import releases
from survey.queries.releases import ReleaseFacts, Row
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.release.chain import check_chain
from tests.survey.services.programmes import STARTS, Running, start


def choose(person: int, code: str) -> int:
    return 1 + (person + len(code)) % 5


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores, plan=Plan(rule="monthly", starts_on=STARTS, epoch_months=6))


def live(running: Running, *, waves: int = 1, share: float = 1.0) -> WaveFacts:
    for _ in range(waves):
        wave = running.open_next()
        running.answer(wave, choose, share=share)
        running.close(wave)
    return wave


def released(running: Running, wave: WaveFacts) -> tuple[ReleaseFacts, list[Row]]:
    with running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.id)
        assert facts
        return facts, releases.rows(session, facts.number)


def test_the_company_is_shown_with_its_people_and_its_points(running: Running) -> None:
    facts, rows = released(running, live(running))
    company = next(row for row in rows if row.measure == "learning" and not row.factor)

    assert facts.certificate["verdict"] == "proved"
    assert (company.people, company.answers) == (40, 120)
    assert company.points
    assert 40 < company.points < 60


CHANGES = (
    "UPDATE release SET label = 'x'",
    "UPDATE published SET points = 1",
    "DELETE FROM release",
    "DELETE FROM published",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_release_is_never_changed(running: Running, change: str) -> None:
    live(running)

    with pytest.raises(DatabaseError, match="never changed"), running.stores.company.write() as session:
        session.execute(text(change))


def test_the_chain_holds_over_waves(running: Running) -> None:
    live(running, waves=3)

    with running.stores.company.read() as session:
        assert check_chain(session) is None
        assert [one.number for one in releases.chain(session)] == [1, 2, 3]


def test_a_wave_without_answers_publishes_nothing_and_says_so(running: Running) -> None:
    facts, rows = released(running, live(running, share=0.0))

    assert not rows
    assert facts.certificate["verdict"] == "nothing shown"
    assert facts.n_answered == 0
