"""An epoch of two hundred people in which some come, some move and some leave before every wave."""

from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np

from survey.db import Stores
from survey.queries import answers, vault
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from tests.redteam.linkage import Copy, steal
from tests.survey.factories import add_person, let_leave, move_person
from tests.survey.services.programmes import STARTS, Running, start

N_WAVES = 5
CHANGES = 4
"""People who come, move and leave before each wave."""


@dataclass
class Epoch:
    """What became of it: copies stolen at different times, and the truth that no copy holds."""

    running: Running
    rng: np.random.Generator
    key: bytes = b""
    waves: list[WaveFacts] = field(default_factory=list)
    arrived: dict[int, list[int]] = field(default_factory=dict)
    open_copy: Copy | None = None
    before_the_end: Copy | None = None
    after_the_end: Copy | None = None
    truth: dict[tuple[int, bytes], int] = field(default_factory=dict)


def live(stores: Stores, rng: np.random.Generator) -> Epoch:
    plan = Plan(rule="monthly", starts_on=STARTS, epoch_months=N_WAVES)
    epoch = Epoch(start(stores, plan=plan, divisions=4, teams=5, people_per_team=10), rng)
    with stores.vault.write() as session:
        # Taken from the seed, so that a run that fails can be looked at again: it decides which rows lie where.
        vault.add_key(session, 1, rng.bytes(32))
    for number in range(N_WAVES):
        wave = epoch.running.open_next()
        epoch.waves.append(wave)
        epoch.key = key_of(stores, wave.epoch)
        _answer(epoch, wave)
        epoch.open_copy = steal(stores, [wave])
        if number == N_WAVES - 1:
            epoch.before_the_end = steal(stores, epoch.waves)
        epoch.running.close(wave)
        _change_people(epoch)
    epoch.after_the_end = steal(stores, epoch.waves)
    return epoch


def _answer(epoch: Epoch, wave: WaveFacts) -> None:
    """In an order that the attacker may have seen."""
    desk = Desk(epoch.running.stores, epoch.running.clock)
    tokens = epoch.running.tokens(wave)
    who = [int(person) for person in epoch.rng.permutation(sorted(tokens)) if epoch.rng.random() < 0.8]
    for person in who:
        pulse = desk.open(tokens[person], None)
        assert pulse
        chosen = {item.code: 1 + (person + number) % 5 for number, item in enumerate(pulse.items) if item.principle}
        assert desk.send(tokens[person], Sent(chosen, ""))
    epoch.arrived[wave.id] = who
    with epoch.running.stores.answers.read() as session:
        ids = answers.response_ids(session, wave.id)
    for person in who:
        mine = derive.response_id(epoch.key, wave=wave.id, person=person)
        assert mine in ids
        epoch.truth[wave.id, mine] = person


def _change_people(epoch: Epoch) -> None:
    day = epoch.running.now.date() + timedelta(days=1)
    with epoch.running.stores.company.write() as session:
        staying = sorted(set(epoch.arrived[epoch.waves[-1].id]))
        chosen = [int(one) for one in epoch.rng.choice(staying, size=2 * CHANGES, replace=False)]
        teams = [unit for unit in range(2, 26) if (unit - 2) % 6]
        for person in chosen[:CHANGES]:
            move_person(session, person, unit=int(epoch.rng.choice(teams)), on=day)
        for person in chosen[CHANGES:]:
            let_leave(session, person, on=day)
        for _ in range(CHANGES):
            add_person(session, unit=int(epoch.rng.choice(teams)), since=day)
