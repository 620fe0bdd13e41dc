"""Waves that are not as waves should be: each publishes less or nothing, says so, and closes."""

from collections.abc import Callable

from survey.db import Store, Stores
from survey.models.company.people import Unit
from survey.queries import releases, waves
from survey.queries.releases import ReleaseFacts, Row
from survey.questionnaires.reading import parse_questionnaire
from survey.scheduling.plan import Plan
from survey.services.people.personal_data import erase
from survey.services.programme import By, raise_k
from survey.services.release.chain import check_chain
from tests.survey.factories import LONG_AGO, move_person
from tests.survey.services.programmes import OURS, STARTS, Running, start

OUR_ITEMS = parse_questionnaire(OURS, name="ours").questionnaire.items
PLAN = Plan(rule="monthly", starts_on=STARTS, epoch_months=6)
Choose = Callable[[int, str], int]


def varied(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code) * 3) % 5


def live(running: Running, choose: Choose = varied, *, share: float = 1.0) -> tuple[ReleaseFacts, list[Row]]:
    wave = running.open_next()
    running.answer(wave, choose, share=share)
    running.close(wave)
    with running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.id)
        assert waves.wave(session, wave.id).state == "closed"
        assert facts
        assert check_chain(session) is None
        return facts, releases.rows(session, facts.number)


def test_one_answer_is_not_published(stores: Stores) -> None:
    facts, rows = live(start(stores, plan=PLAN), share=1 / 40)

    assert (facts.n_answered, rows) == (1, [])
    assert facts.certificate["verdict"] == "nothing shown"


def test_four_answers_are_not_published(stores: Stores) -> None:
    assert live(start(stores, plan=PLAN), share=4 / 40)[1] == []


def test_where_everybody_agrees_only_a_bound_is_published(stores: Stores) -> None:
    reversed_items = {item.code for item in OUR_ITEMS if item.is_reversed}
    _, rows = live(start(stores, plan=PLAN), lambda _, code: 1 if code in reversed_items else 5)

    assert rows
    assert all(row.points is None and row.at_least in range(80, 100, 10) for row in rows)
    assert {row.measure for row in rows} == {"learning", "customer_truth", "equal_say"}


def test_a_company_without_divisions_is_shown_as_a_whole(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    with stores.company.write() as session:
        for person in range(1, 41):
            move_person(session, person, unit=1, on=LONG_AGO.replace(year=2021))
    _, rows = live(running)

    assert {row.unit_id for row in rows} == {1}


def chain_of(store: Store, *, depth: int) -> int:
    """Units below the first team, each below the one before; the number of the last."""
    with store.write() as session:
        for unit in range(100, 100 + depth):
            session.add(Unit(id=unit, parent_id=3 if unit == 100 else unit - 1, name=f"Unit {unit}", added_on=LONG_AGO))
            session.flush()
    return 99 + depth


def test_a_tree_of_twelve_levels_is_published(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    lowest = chain_of(stores.company, depth=10)
    with stores.company.write() as session:
        for person in range(1, 6):
            move_person(session, person, unit=lowest, on=LONG_AGO.replace(year=2021))
    _, rows = live(running)

    assert any(row.unit_id >= 100 for row in rows)


def test_a_reorganisation_between_two_waves_leaves_both_published(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    live(running)
    with stores.company.write() as session:
        for person in range(1, 41):
            if person % 5 < 2:
                move_person(session, person, unit=(3, 4, 6, 7)[person % 4], on=running.now.date())
    facts, rows = live(running)

    assert facts.certificate["verdict"] == "proved"
    assert all(row.people is None or row.people >= 5 for row in rows)


def test_after_an_erasure_nothing_is_added_about_the_wave_before(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    live(running)
    _, second = live(running, share=0.75)
    erase(stores, "P0040", account=None, now=running.now)
    _, third = live(running, share=0.5)

    assert any(row.band == "stayed_then" for row in second)
    assert not any(row.band.endswith("_then") for row in third)


def test_a_smallest_group_raised_midway_holds_from_the_next_wave(stores: Stores) -> None:
    running = start(stores, plan=PLAN)
    live(running)
    with stores.company.write() as session:
        raise_k(session, k=10, by=By(None, running.now))
    facts, rows = live(running)

    assert facts.k == 10
    assert rows
    assert all(row.people is None or row.people >= 10 for row in rows)
