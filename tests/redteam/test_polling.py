"""Somebody looks at everything, one person answers, and they look again: nothing has moved."""

import re
from dataclasses import replace

import pytest
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.services.rights import Role
from tests.redteam.harvest import Body, Harvest, harvest
from tests.survey.company import add_account
from tests.survey.services.programmes import Running, start

TOKEN = re.compile(r'name="csrf_token"[^>]*>|nonce-[^"\']+')


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code)) % 5


def read(settings: Settings, running: Running, readers: dict[str, int]) -> Harvest:
    app = create_app(settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), running.stores, now=running.clock)
    return harvest(app, running.stores, readers)


def _still(harvested: Harvest) -> list[Body]:
    """Without what is new on every visit: tokens, the time a workbook is written, a reader's list of their visits."""
    bodies = (body for body in harvested.bodies if body.endpoint != "account.own")
    return [replace(body, text="" if body.path.endswith(".xlsx") else TOKEN.sub("", body.text)) for body in bodies]


@pytest.mark.parametrize("change", ["answer", "withdraw"])
def test_one_answer_more_or_less_moves_nothing_that_can_be_read(sqlite_settings: Settings, change: str) -> None:
    stores = open_stores(sqlite_settings)
    running = start(stores)
    wave = running.open_next()
    running.answer(wave, choose)
    running.close(wave)
    wave = running.open_next()
    running.answer(wave, choose, share=0.5)
    readers = {role.value: add_account(stores, f"{role}@meridian.example", role, unit=2) for role in Role}
    before = read(sqlite_settings, running, readers)
    if change == "answer":
        running.answer(wave, choose, share=21 / 40)
    else:
        running.withdraw(wave, person=3)
    after = read(sqlite_settings, running, readers)
    stores.dispose()

    assert len(before.bodies) > 40
    assert _still(before) == _still(after)
