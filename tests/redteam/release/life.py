"""Six waves of a made-up company through the service, with a notebook that no attacker and no store holds.

In an eventful one answers fall for good in some units, near and below the size of which anything is told, and people
write comments, which somebody moderates and publishes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from survey.db import Stores
from survey.queries import answers, releases, vault, waves
from survey.queries.people import Node
from survey.queries.waves import Place, WaveFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Kind
from survey.questionnaires.reading import parse_questionnaire
from survey.scheduling.plan import Plan
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.programme import By, create_programme
from survey.services.rights import Role
from tests.redteam.release import writing
from tests.redteam.release.falling import falling_units, is_below
from tests.redteam.release.people import Town, change, found
from tests.survey.company import add_account
from tests.survey.services.programmes import OURS, STARTS, Running

N_WAVES = 6
BEFORE = datetime(2026, 1, 4, 12, tzinfo=UTC)
RESPONSE, CANNOT_SAY = 0.72, 0.06
MIXED, CONTENT, FALLEN = (0.06, 0.14, 0.3, 0.32, 0.18), (0.02, 0.03, 0.1, 0.25, 0.6), (0.5, 0.3, 0.15, 0.05, 0.0)
FALLS_IN = 3
"""The wave from which on some units of an eventful company answer otherwise; the engine hears it by the sixth."""
QUESTIONNAIRE = parse_questionnaire(OURS, name="ours").questionnaire


@dataclass(frozen=True, slots=True)
class Story:
    """What kind of company it is. Where it is content most answers lie at the upper end."""

    n_people: int
    depth: int
    n_waves: int = N_WAVES
    is_content: bool = False
    is_eventful: bool = False


@dataclass(frozen=True, slots=True)
class Wave:
    """What was true of a wave: its tree, where people stood, what those said who answered, what some wrote in turn."""

    facts: WaveFacts
    tree: Mapping[int, Node]
    places: Mapping[int, Place]
    said: Mapping[int, Mapping[str, int | None]]
    wrote: Mapping[int, str] = field(default_factory=dict)


@dataclass
class Life:
    """A company that has lived, and the truth about it."""

    running: Running
    town: Town
    story: Story
    waves: list[Wave] = field(default_factory=list)
    readers: dict[str, int] = field(default_factory=dict)
    falling: frozenset[int] = frozenset()


def live(stores: Stores, rng: np.random.Generator, story: Story) -> Life:
    """Found the company, ask it in so many waves of one epoch, and let people come, move and leave between them."""
    life = _begun(stores, rng, story)
    for _ in range(story.n_waves):
        facts = life.running.open_next()
        life.waves.append(_answer(stores, facts, life))
        life.running.close(facts)
        if story.is_eventful:
            writing.moderate(stores, facts.number, rng, now=life.running.now)
        with stores.company.write() as session:
            change(session, life.town, on=life.running.now.date() + timedelta(days=1))
    return life


def _begun(stores: Stores, rng: np.random.Generator, story: Story) -> Life:
    running = Running(stores, now=BEFORE)
    with stores.company.write() as session:
        town = found(session, rng, people=story.n_people, depth=story.depth)
        plan = Plan(rule="monthly", starts_on=STARTS, epoch_months=12)
        create_programme(session, plan, questionnaire=OURS, with_module=False, by=By(None, running.now))
    with stores.vault.write() as session:
        # The key draws who is asked what. Taken from the seed, the same life can be lived, and attacked, again.
        vault.add_key(session, 1, rng.bytes(32))
    life = Life(running, town, story)
    if story.is_eventful:
        leads = min(unit for unit, above in town.above.items() if above == 1)
        life.readers |= {role.value: add_account(stores, f"{role}@meridian.example", role, unit=leads) for role in Role}
    return life


def _answer(stores: Stores, facts: WaveFacts, life: Life) -> Wave:
    rng, key = life.town.rng, key_of(stores, facts.epoch)
    with stores.company.read() as session:
        places = {one.person: one for one in waves.roster(session, facts.id)}
        tree = waves.frozen_tree(session, facts.id)
    if life.story.is_eventful and facts.number == FALLS_IN:
        with stores.company.read() as session:
            before = releases.last(session)
            shown = releases.rows(session, before.number) if before else []
        life.falling = falling_units(places.values(), tree, shown, rng)
    said = {
        person: _sheet(person, facts, key, rng, weights=_weights(life, tree, place))
        for person, place in places.items()
        if rng.random() < RESPONSE
    }
    wave = Wave(facts, tree, places, said, writing.texts(list(said), rng) if life.story.is_eventful else {})
    with stores.answers.write() as session:
        for person in said:
            answers.put_response(session, row_of(wave, person, key))
        writing.write(session, wave.wrote, writing.Desk(key, facts.id, places, tree))
    return wave


def row_of(wave: Wave, person: int, key: bytes) -> answers.Stored:
    """As it lies in the store while the wave is open."""
    place = wave.places[person]
    return answers.Stored(
        id=derive.response_id(key, wave=wave.facts.id, person=person),
        wave=wave.facts.id,
        unit=place.answer_unit,
        tenure=place.tenure,
        level=place.level,
        pseudonym=derive.pseudonym(key, person=person, unit=place.unit),
        answers=wave.said[person],
    )


def _weights(life: Life, tree: Mapping[int, Node], place: Place) -> tuple[float, ...]:
    if is_below(tree, place.unit, life.falling):
        return FALLEN
    return CONTENT if life.story.is_content else MIXED


def _sheet(
    person: int, facts: WaveFacts, key: bytes, rng: np.random.Generator, *, weights: tuple[float, ...]
) -> dict[str, int | None]:
    items = drawn_items(QUESTIONNAIRE, key=key, person_id=person, wave_number=facts.number, first_wave_of_epoch=1)
    return {
        item.code: None if rng.random() < CANNOT_SAY else int(rng.choice(5, p=weights)) + 1
        for item in items
        if item.kind in (Kind.RATED, Kind.HOURS)
    }
