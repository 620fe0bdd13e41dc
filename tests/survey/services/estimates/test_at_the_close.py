"""What stands beside the numbers of a release when its wave closes, on both databases."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from survey.db import Stores
from survey.queries import releases, waves
from survey.queries.releases import Body, ReleaseFacts
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.closing.correcting import correct_wave
from survey.services.closing.publishing import closed_wave, epoch_so_far
from survey.services.estimates.making import Grounds, Shown, estimate
from survey.services.release.chain import check_chain
from tests.survey.services.programmes import STARTS, Running, start

if TYPE_CHECKING:
    from survey.services.estimates.heard import Heard

PLAN = Plan(rule="monthly", starts_on=STARTS, epoch_months=6)
COMPANY, NORTH, TEAM = 1, 2, 3


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code) * 3) % 5


def live(running: Running, *, share: float = 1.0) -> WaveFacts:
    wave = running.open_next()
    running.answer(wave, choose, share=share)
    running.close(wave)
    return wave


def released(running: Running, wave: WaveFacts) -> tuple[ReleaseFacts, Body]:
    with running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.id)
        assert facts
        assert check_chain(session) is None
        return facts, releases.body(session, facts.number)


def test_every_unit_that_is_shown_has_a_level(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    live(running)
    facts, body = released(running, live(running, share=0.9))
    shown = {(row.unit_id, row.measure): row for row in body.rows if not row.factor and row.points is not None}
    levels = {(one.unit_id, one.principle): one for one in body.levels}
    company = levels[COMPANY, "learning"]

    assert set(levels) == {key for key in shown if key[1] in ("learning", "customer_truth", "equal_say")}
    assert (company.asked, levels[TEAM, "learning"].asked, company.since) == (40, 10, 1)
    assert company.low < company.level < company.high
    assert facts.health
    assert set(facts.health) == {"trend"}  # forty people are too few for the rest


def test_of_many_people_mix_or_mind_and_health_are_told(stores: Stores) -> None:
    running = start(stores, plan=PLAN, divisions=2, teams=1, people_per_team=56)
    live(running)
    facts, body = released(running, live(running))
    company = next(one for one in body.parts if (one.unit_id, one.principle) == (COMPANY, "learning"))

    assert {one.unit_id for one in body.parts} == {COMPANY, NORTH, 4}
    assert (company.since, company.parts["joiners"], company.parts["hidden"]) == (1, [0.0] * 3, [0.0] * 3)
    assert company.parts["within"][0] == company.change
    assert facts.health
    assert {"trend", "cannot_say", "straight", "warnings"} <= set(facts.health)


@pytest.mark.parametrize("share", [0.0, 1 / 40, 0.5])
def test_unusual_waves_say_less_and_nothing_fails(
    stores: Stores, share: float, caplog: pytest.LogCaptureFixture
) -> None:
    running = start(stores, plan=PLAN)
    with caplog.at_level(logging.ERROR):
        _, body = released(running, live(running, share=share))

    assert bool(body.levels) is (share == 0.5)
    assert not body.parts
    assert not caplog.records


def test_a_part_that_cannot_be_made_leaves_the_others(stores: Stores, caplog: pytest.LogCaptureFixture) -> None:
    running = start(stores, plan=PLAN)
    wave = live(running)
    _, body = released(running, wave)
    closed = replace(closed_wave(stores, wave, epoch_so_far(stores, wave)), past=[])
    broken = cast("Heard", object())
    found = estimate(Grounds([], [], {}), closed, Shown(body.rows, {}), broken)

    assert len(found.levels) == len(body.levels)
    assert not found.parts
    assert {record.args for record in caplog.records} == {("AttributeError",)}


def test_a_correction_tells_levels_anew_and_nothing_else_from_linked_answers(stores: Stores) -> None:
    running = start(stores, plan=PLAN, divisions=2, teams=1, people_per_team=56)
    live(running)
    wave = live(running)
    before, old = released(running, wave)
    with stores.company.read() as session:
        north = [f"P{one.person:04d}" for one in waves.roster(session, wave.id) if one.unit == TEAM]
    correct_wave(stores, wave.number, north, reason="asked by mistake", now=running.now)
    after, new = released(running, wave)

    assert {one.unit_id for one in new.levels} == {COMPANY, 4, 5}
    assert {one.asked for one in new.levels if one.unit_id == COMPANY} == {112}
    assert set(map(str, new.parts)) == {str(one) for one in old.parts if one.unit_id == 4}
    assert before.health
    assert after.health
    assert {k: v for k, v in after.health.items() if k != "trend"} == {
        k: v for k, v in before.health.items() if k != "trend"
    }
