"""Six waves of a made-up company through the service, with a notebook that no attacker and no store holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from survey.db import Stores
from survey.queries import answers, vault, waves
from survey.queries.people import Node
from survey.queries.waves import Place, WaveFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Kind
from survey.questionnaires.reading import parse_questionnaire
from survey.scheduling.plan import Plan
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.programme import By, create_programme
from tests.redteam.release.people import Town, change, found
from tests.survey.services.programmes import OURS, STARTS, Running

N_WAVES = 6
BEFORE = datetime(2026, 1, 4, 12, tzinfo=UTC)
RESPONSE, CANNOT_SAY = 0.72, 0.06
QUESTIONNAIRE = parse_questionnaire(OURS, name="ours").questionnaire


@dataclass(frozen=True, slots=True)
class Wave:
    """What was true of a wave: its tree, where people stood, and what those said who answered."""

    facts: WaveFacts
    tree: Mapping[int, Node]
    places: Mapping[int, Place]
    said: Mapping[int, Mapping[str, int | None]]


@dataclass
class Life:
    """A company that has lived, and the truth about it."""

    running: Running
    town: Town
    waves: list[Wave] = field(default_factory=list)


def live(
    stores: Stores,
    rng: np.random.Generator,
    *,
    n_people: int,
    depth: int,
    n_waves: int = N_WAVES,
    is_content: bool = False,
) -> Life:
    """Found the company, ask it in so many waves of one epoch, and let people come, move and leave between them.

    Where it is content most answers lie at the upper end.
    """
    running = Running(stores, now=BEFORE)
    with stores.company.write() as session:
        town = found(session, rng, people=n_people, depth=depth)
        plan = Plan(rule="monthly", starts_on=STARTS, epoch_months=12)
        create_programme(session, plan, questionnaire=OURS, with_module=False, by=By(None, running.now))
    with stores.vault.write() as session:
        # The key draws who is asked what. Taken from the seed, the same life can be lived, and attacked, again.
        vault.add_key(session, 1, rng.bytes(32))
    life = Life(running, town)
    for _ in range(n_waves):
        facts = running.open_next()
        life.waves.append(_answer(stores, facts, life, is_content=is_content))
        running.close(facts)
        with stores.company.write() as session:
            change(session, town, on=running.now.date() + timedelta(days=1))
    return life


def _answer(stores: Stores, facts: WaveFacts, life: Life, *, is_content: bool) -> Wave:
    rng = life.town.rng
    key = key_of(stores, facts.epoch)
    with stores.company.read() as session:
        places = {one.person: one for one in waves.roster(session, facts.id)}
        tree = waves.frozen_tree(session, facts.id)
    said = {
        person: _sheet(person, facts, key, rng, is_content=is_content) for person in places if rng.random() < RESPONSE
    }
    with stores.answers.write() as session:
        for person, sheet in said.items():
            place = places[person]
            row = answers.Stored(
                id=derive.response_id(key, wave=facts.id, person=person),
                wave=facts.id,
                unit=place.answer_unit,
                tenure=place.tenure,
                level=place.level,
                pseudonym=derive.pseudonym(key, person=person, unit=place.unit),
                answers=sheet,
            )
            answers.put_response(session, row)
    return Wave(facts, tree, places, said)


def _sheet(
    person: int, facts: WaveFacts, key: bytes, rng: np.random.Generator, *, is_content: bool
) -> dict[str, int | None]:
    items = drawn_items(QUESTIONNAIRE, key=key, person_id=person, wave_number=facts.number, first_wave_of_epoch=1)
    weights = (0.02, 0.03, 0.1, 0.25, 0.6) if is_content else (0.06, 0.14, 0.3, 0.32, 0.18)
    return {
        item.code: None if rng.random() < CANNOT_SAY else int(rng.choice(5, p=weights)) + 1
        for item in items
        if item.kind in (Kind.RATED, Kind.HOURS)
    }
