"""Alerts go out by the worker: a hook that fails is tried again, and a week later all of it once more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from survey.config import Settings
from survey.db import Stores
from survey.jobs import alerts
from survey.jobs.worker import Worker
from survey.models.company.work import Job, OutboxMail
from survey.services.hooks import Answer, Channels, Hook, HookFault
from tests.survey.services.alerting.waves import Months, begun, fall

SETTINGS = Settings(
    alert_slack_url=SecretStr("https://hooks.chat.example/T"),
    alert_webhook_url=SecretStr("https://other.example/alerts"),
    alert_webhook_secret=SecretStr("a secret of the tests that is long enough"),
)


@dataclass
class Hooks:
    """Fails a few times, then takes what it gets."""

    n_failures: int = 0
    ids: list[str] = field(default_factory=list)

    def post(self, hook: Hook, _body: bytes, headers: Mapping[str, str]) -> Answer:
        if self.n_failures:
            self.n_failures -= 1
            raise HookFault("503 busy")
        self.ids.append(f"{hook.host} {headers['Aloft-Alert']}")
        return Answer(200, "")


@pytest.fixture
def months(stores: Stores) -> Months:
    found = begun(stores)
    found.publish(fall(told_in=1))
    return found


def worker(months: Months, hooks: Hooks) -> Worker:
    handlers = alerts.handlers(Channels(SETTINGS, hooks), months.clock)
    return Worker(months.stores, handlers, months.clock, plans=(alerts.due,))


def faults(months: Months) -> list[str]:
    with months.stores.company.read() as session:
        return [fault for fault in session.scalars(select(Job.fault)) if fault]


def test_each_hook_gets_one_message(months: Months) -> None:
    hooks = Hooks()
    worker(months, hooks).run_all()

    assert sorted(hooks.ids) == ["hooks.chat.example 1", "other.example 1"]


def test_one_that_fails_is_tried_again_and_the_reason_is_noted(months: Months) -> None:
    hooks = Hooks(n_failures=3)
    working = worker(months, hooks)
    working.run_all()
    noted = faults(months)
    for _ in range(4):
        months.now += timedelta(minutes=5)
        working.run_all()

    assert noted[0].startswith("NotTaken: ")
    assert "503 busy" in noted[0]
    assert sorted(hooks.ids) == ["hooks.chat.example 1", "other.example 1"]


def test_after_a_week_all_is_laid_out_once_more_and_then_no_more(months: Months) -> None:
    hooks = Hooks()
    working = worker(months, hooks)
    for _ in range(30):
        months.now += timedelta(days=1)
        working.run_all()
    with months.stores.company.read() as session:
        mails = sorted(session.scalars(select(OutboxMail.business_key)))

    assert sorted(hooks.ids) == ["hooks.chat.example 1"] * 2 + ["other.example 1"] * 2
    assert mails == ["alert:1:again:mail:1", "alert:1:again:mail:2", "alert:1:mail:1"]
