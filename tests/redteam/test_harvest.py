"""The red team reads all there is to read, and nothing but releases can be read."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from survey.app import create_app
from survey.config import Settings
from survey.db import Store, Stores, open_stores
from survey.queries import releases, waves
from survey.queries.people import whole_tree
from survey.queries.replies import ReplyFacts
from survey.services import alerting
from survey.services.programme import By
from survey.services.replying import write_reply
from survey.services.rights import Role
from tests.redteam.harvest import Harvest, harvest
from tests.redteam.visited import HARVESTED, LEFT_OUT
from tests.survey.company import add_account
from tests.survey.releases import alarm
from tests.survey.services.programmes import Running, start

DIVISION = 2


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code)) % 5


@pytest.fixture
def running(stores: Stores) -> Running:
    made = start(stores)
    for _ in range(2):
        wave = made.open_next()
        made.answer(wave, choose)
        made.close(wave)
    with stores.company.write() as session:
        tree, facts = whole_tree(session), releases.last(session)
        root = next(unit for unit, node in tree.items() if node.parent is None)
        assert facts
        alerting.tell(session, facts, alerting.Heard(wave.programme, 2, [alarm(root)], tree), now=made.now)
        last = waves.wave(session, wave.id)
        write_reply(session, wave=last, reply=ReplyFacts("heard", "done", ""), by=By(None, made.now))
    return made


@pytest.fixture
def readers(stores: Stores, running: Running) -> dict[str, int]:
    assert running
    return {role.value: add_account(stores, f"{role}@meridian.example", role, unit=DIVISION) for role in Role}


@pytest.fixture
def without_answers(settings: Settings, stores: Stores, readers: dict[str, int]) -> Iterator[Settings]:
    """The service as somebody runs it who may read all of the company store and nothing of the answers."""
    assert readers
    stores.dispose()
    if stores.answers.engine.dialect.name == "sqlite":
        file = Path(str(make_url(settings.answers_url).database))
        file.rename(file.with_suffix(".kept"))
        file.mkdir()
        yield settings
        return
    role = f"reader_{uuid4().hex}"
    _lock_out(stores.company, f"CREATE ROLE {role} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    database = make_url(settings.answers_url).database
    _lock_out(stores.answers, f'REVOKE CONNECT ON DATABASE "{database}" FROM PUBLIC')
    yield settings.model_copy(
        update={name: _as(role, getattr(settings, name)) for name in ("database_url", "answers_url")}
    )


def _lock_out(store: Store, *statements: str) -> None:
    with store.write() as session:
        for statement in statements:
            session.execute(text(statement))


def _as(role: str, url: str) -> str:
    return make_url(url).set(username=role).render_as_string(hide_password=False)


def service(settings: Settings, stores: Stores, running: Running) -> Flask:
    return create_app(settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=running.clock)


@pytest.fixture
def app(settings: Settings, stores: Stores, running: Running) -> Flask:
    return service(settings, stores, running)


@pytest.fixture
def harvested(app: Flask, stores: Stores, readers: dict[str, int]) -> Harvest:
    return harvest(app, stores, readers)


def test_every_route_that_can_be_read_is_harvested_or_left_out_for_a_reason(sqlite_settings: Settings) -> None:
    stores = open_stores(sqlite_settings)
    app = create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores)
    stores.dispose()
    read = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert read == HARVESTED.keys() | LEFT_OUT.keys()
    assert not HARVESTED.keys() & LEFT_OUT.keys()
    assert all(LEFT_OUT.values())


def test_each_harvested_route_is_read_by_somebody(harvested: Harvest) -> None:
    read = {body.endpoint for body in harvested.bodies}

    # The first page leads somewhere else, once one is signed in.
    assert read == HARVESTED.keys() - {"front.page"}


def test_the_three_files_say_the_same(harvested: Harvest) -> None:
    files = [harvested.of("hr").at(f"results.as_{kind}").lines for kind in ("csv", "xlsx", "json")]

    assert len(files[0]) > 20
    assert files[0] == files[1] == files[2]


def test_the_pages_of_everybody_hold_no_number_that_the_files_lack(harvested: Harvest) -> None:
    told = {(line["unit"].split("/")[-1], line["points"]) for line in harvested.of("hr").at("results.as_csv").lines}
    seen = [cell for cell in harvested.of("employee").at("results.newest").cells if cell.section == "below"]

    assert len(seen) > 3
    assert [cell for cell in seen if cell.numbers and (cell.row, f"{cell.numbers[0]:g}") not in told] == []


def test_all_of_it_is_read_while_the_answers_are_out_of_reach(
    without_answers: Settings, stores: Stores, running: Running, harvested: Harvest, readers: dict[str, int]
) -> None:
    pages = ("results.", "pulse.method", "programme.overview", "programme.wave")
    opened = open_stores(without_answers)
    with pytest.raises(OperationalError), opened.answers.read() as session:
        session.execute(text("SELECT 1"))
    again = harvest(service(without_answers, opened, running), stores, readers)
    opened.dispose()

    assert [(body.reader, body.path) for body in again.bodies if body.endpoint.startswith(pages)] == [
        (body.reader, body.path) for body in harvested.bodies if body.endpoint.startswith(pages)
    ]
    assert again.lines == harvested.lines
    assert again.at("results.newest", "results.unit").cells == harvested.at("results.newest", "results.unit").cells
