"""That a wave has closed arrives at least once, with one id, whatever the other side and this one do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.jobs import announcing
from survey.jobs.worker import Worker
from survey.models.company.work import Job
from survey.services.hooks import Answer, Channels, Hook, HookFault
from tests.survey.services.programmes import Running, start
from tests.survey.services.test_announcing import SETTINGS


class Killed(BaseException):
    """The worker is gone, between the answer and the note of it."""


@dataclass
class Hooks:
    """Takes what it gets after these faults; a kill comes after the message has been taken."""

    faults: list[HookFault | Killed]
    ids: list[str] = field(default_factory=list)

    def post(self, _hook: Hook, _body: bytes, headers: Mapping[str, str]) -> Answer:
        fault = self.faults.pop() if self.faults else None
        if isinstance(fault, HookFault):
            raise fault
        self.ids.append(headers["Aloft-Delivery"])
        if fault is not None:
            raise fault
        return Answer(200, "")


@pytest.fixture
def running(stores: Stores) -> Running:
    found = start(stores)
    wave = found.open_next()
    found.answer(wave, lambda person, _: 1 + person % 5)
    found.close(wave)
    return found


def worker(running: Running, hooks: Hooks) -> Worker:
    return Worker(running.stores, announcing.handlers(Channels(SETTINGS, hooks), running.clock), running.clock)


def state(running: Running) -> tuple[str, str]:
    with running.stores.company.read() as session:
        found = session.execute(select(Job.state, Job.fault).where(Job.kind == "wave_hook")).one()
        return found.state, found.fault


def test_what_is_not_taken_is_tried_again_and_the_reason_is_noted(running: Running) -> None:
    hooks = Hooks([HookFault("503 busy")])
    worker(running, hooks).run_all()
    noted = state(running)
    running.now += timedelta(minutes=5)
    worker(running, hooks).run_all()

    assert noted[0] == "waiting"
    assert noted[1].startswith("NotTaken: wave: 503 busy")
    assert (hooks.ids, state(running)[0]) == (["release:1:webhook"], "done")


def test_killed_before_the_note_it_is_sent_again_with_the_same_id(running: Running) -> None:
    hooks = Hooks([Killed()])
    with pytest.raises(Killed):
        worker(running, hooks).run_all()
    running.now += timedelta(minutes=10)
    worker(running, hooks).run_all()
    worker(running, hooks).run_all()

    assert hooks.ids == ["release:1:webhook"] * 2
    assert state(running)[0] == "done"
