"""Stores with all tables in them and nothing else, on both databases."""

import shutil
from collections.abc import Iterator
from functools import partial
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


def company_settings(request: pytest.FixtureRequest, folder: Path, *, database: str) -> Settings:
    """Stores of their own, with all tables and no row, on "sqlite" or "postgresql"; the vault is always a file."""
    templates: Path = request.getfixturevalue("sqlite_templates")
    for name in NAMES:
        shutil.copyfile(templates / f"{name}.db", folder / f"{name}.db")
    settings = Settings(
        database_url=f"sqlite:///{folder}/company.db",
        answers_url=f"sqlite:///{folder}/answers.db",
        vault_url=f"sqlite:///{folder}/vault.db",
        secret_file=folder / "secret",
    )
    if database == "sqlite":
        return settings
    cluster: Cluster = request.getfixturevalue("postgres_templates")
    names = {store: f"{store}_{uuid4().hex}" for store in ("company", "answers")}
    for name in names.values():
        request.addfinalizer(partial(cluster.drop, name))
    company, answers = (cluster.create(name, f"{store}_template") for store, name in names.items())
    return settings.model_copy(update={"database_url": company, "answers_url": answers})


@pytest.fixture
def sqlite_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    return company_settings(request, tmp_path, database="sqlite")


@pytest.fixture
def postgres_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    return company_settings(request, tmp_path, database="postgresql")


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Each test that asks for this runs on both databases."""
    return company_settings(request, tmp_path, database=request.param)


@pytest.fixture
def stores(settings: Settings) -> Iterator[Stores]:
    opened = open_stores(settings)
    yield opened
    opened.dispose()
