from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from survey.config import Settings
from survey.db import open_stores
from tests.browsing import chromium, on_loopback
from tests.functional.served import Served
from tests.functional.terminal import Aloft
from tests.survey.web.pulse.answering import answering_in

PATIENCE = 10_000
"""Milliseconds."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def served(sqlite_settings: Settings) -> Iterator[Served]:
    stores = open_stores(sqlite_settings)
    answering = answering_in(sqlite_settings, stores)
    with on_loopback(answering.app) as address:
        yield Served(answering, address)
    stores.dispose()


# A browser that is still connected would hold the server back from ending: hence the order of these fixtures.
@pytest.fixture
def phone(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    del served
    with browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as context:
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def desk(browser: Browser, served: Served) -> Iterator[Page]:
    del served
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "instance"
    names = {"DATABASE": "company", "ANSWERS": "answers", "VAULT": "vault"}
    found = {f"ALOFT_{key}_URL": f"sqlite:///{folder}/{name}.db" for key, name in names.items()}
    return {**found, "ALOFT_SECRET_FILE": str(folder / "secret"), "ALOFT_MAIL_FOLDER": str(tmp_path / "mails")}


@pytest.fixture
def aloft(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Aloft:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    return Aloft()
