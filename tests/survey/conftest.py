"""Stores with all tables in them and nothing else, on both databases."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from survey.config import Settings
from survey.db import Store, Stores, engine_of, open_stores
from survey.schema import NAMES, upgrade
from tests.postgres import Cluster, newest, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    with running(newest()) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    for name in NAMES:
        store = Store(engine_of(f"sqlite:///{folder / name}.db"))
        upgrade(name, store)
        store.engine.dispose()
    return folder


@pytest.fixture(scope="session")
def postgres_templates(postgres: Cluster) -> Cluster:
    for name in ("company", "answers"):
        store = Store(engine_of(postgres.create(f"{name}_template")))
        upgrade(name, store)
        store.engine.dispose()
    return postgres


@pytest.fixture
def sqlite_settings(sqlite_templates: Path, tmp_path: Path) -> Settings:
    for name in NAMES:
        shutil.copyfile(sqlite_templates / f"{name}.db", tmp_path / f"{name}.db")
    return Settings(
        database_url=f"sqlite:///{tmp_path}/company.db",
        answers_url=f"sqlite:///{tmp_path}/answers.db",
        vault_url=f"sqlite:///{tmp_path}/vault.db",
        secret_file=tmp_path / "secret",
    )


@pytest.fixture
def postgres_settings(sqlite_settings: Settings, request: pytest.FixtureRequest) -> Iterator[Settings]:
    cluster: Cluster = request.getfixturevalue("postgres_templates")
    mark = uuid4().hex
    names = {store: f"{store}_{mark}" for store in ("company", "answers")}
    company, answers = (cluster.create(name, f"{store}_template") for store, name in names.items())
    yield sqlite_settings.model_copy(update={"database_url": company, "answers_url": answers})
    for name in names.values():
        cluster.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest) -> Settings:
    """Each test that asks for this runs on both databases."""
    name = "sqlite_settings" if request.param == "sqlite" else "postgres_settings"
    found: Settings = request.getfixturevalue(name)
    return found


@pytest.fixture
def stores(settings: Settings) -> Iterator[Stores]:
    opened = open_stores(settings)
    yield opened
    opened.dispose()
