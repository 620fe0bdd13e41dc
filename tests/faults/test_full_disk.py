"""The disk is full: what somebody entered is not lost, nothing is half stored, and once there is room it goes on."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from pydantic import SecretStr
from sqlalchemy import Engine, event

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores, open_stores
from survey.queries import answers
from tests.survey.services.programmes import open_now

FILLED = {"L1": "4", "C1": "2", "O1": "The depot was late again. " * 30}


@pytest.fixture
def stores(sqlite_settings: Settings) -> Iterator[Stores]:
    opened = open_stores(sqlite_settings)
    yield opened
    opened.dispose()


@pytest.fixture
def links(stores: Stores) -> list[str]:
    running, wave = open_now(stores)
    return [f"/pulse/{token}?lang=en" for token in running.tokens(wave).values()]


@pytest.fixture
def browser(sqlite_settings: Settings, stores: Stores) -> FlaskClient:
    app = create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 40)}), stores)
    return app.test_client()


def fill_disk(engine: Engine, *, is_full: bool) -> None:
    """Let the file of this store grow no more, as SQLite meets a full disk."""
    pages = 1 if is_full else 1_000_000

    def limit(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined] -- the driver's own

    engine.dispose()
    event.listen(engine, "connect", limit)


def n_stored(stores: Stores) -> int:
    with stores.answers.read() as session:
        return answers.count_responses(session, 1)


def test_what_was_entered_is_still_there_and_can_be_sent_again(
    stores: Stores, links: list[str], browser: FlaskClient
) -> None:
    fill_disk(stores.answers.engine, is_full=True)
    refused = [browser.post(link, data=FILLED) for link in links]
    told = next(one for one in refused if one.status_code == 503)
    n_refused = sum(one.status_code == 503 for one in refused)
    n_before = n_stored(stores)
    fill_disk(stores.answers.engine, is_full=False)
    again = [browser.post(link, data=FILLED) for link in links]

    assert "It could not be saved just now; the fault is on our side." in told.text
    assert FILLED["O1"].strip() in told.text
    assert 'name="L1" value="4" data-key="4" checked' in told.text
    assert n_before + n_refused >= len(links)
    assert {one.status_code for one in again} == {303}
    assert n_stored(stores) == len(links)
