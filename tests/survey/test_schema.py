"""Each store goes up, down and up again, and its tables are those of the models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, inspect

from survey.db import Store, engine_of
from survey.models.answers import AnswersTable
from survey.models.company import CompanyTable
from survey.models.vault import VaultTable
from survey.queries import staff
from survey.schema import NAMES, downgrade, standing, upgrade
from tests.postgres import Cluster, newest, of_the_system, running

METADATA: dict[str, MetaData] = {
    "company": CompanyTable.metadata,
    "answers": AnswersTable.metadata,
    "vault": VaultTable.metadata,
}
ADA = {
    "key": "p1",
    "name": "Ada",
    "mail": "ada@meridian.example",
    "level": "lead",
    "language": "en",
    "time_zone": "UTC",
}
# An index on an expression cannot be read back from SQLite; that these two hold is tested by what they refuse.
EXPRESSIONS = {"one_root", "one_programme_at_a_time"}


@pytest.fixture(scope="module", params=["sqlite", "oldest", "newest"])
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster | None]:
    if request.param == "sqlite":
        yield None
        return
    with running(newest() if request.param == "newest" else of_the_system()) as running_cluster:
        yield running_cluster


@pytest.fixture(params=NAMES)
def empty(request: pytest.FixtureRequest, cluster: Cluster | None, tmp_path: Path) -> Iterator[tuple[str, Store]]:
    name = str(request.param)
    database = f"{name}_{request.node.name.partition('[')[0]}"
    store = Store(engine_of(cluster.create(database) if cluster else f"sqlite:///{tmp_path}/{name}.db"))
    yield name, store
    store.engine.dispose()


def test_a_store_is_made_and_says_that_it_is_current(empty: tuple[str, Store]) -> None:
    name, store = empty
    before = standing(name, store)
    upgrade(name, store)

    assert before.found is None
    assert not before.is_current
    assert standing(name, store).is_current


def test_going_down_leaves_nothing_behind(empty: tuple[str, Store]) -> None:
    name, store = empty
    upgrade(name, store)
    downgrade(name, store)

    assert set(inspect(store.engine).get_table_names()) == {"alembic_version"}
    upgrade(name, store)
    assert standing(name, store).is_current


@pytest.fixture
def lived_in(cluster: Cluster | None, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """A company store of the first version, with somebody in it."""
    name = f"lived_in_{request.node.name.partition('[')[0][:40]}"
    store = Store(engine_of(cluster.create(name) if cluster else f"sqlite:///{tmp_path}/company.db"))
    upgrade("company", store, to="0001")
    with store.write() as session:
        staff.add_people(session, [ADA])
    yield store
    store.engine.dispose()


def test_what_is_there_stays_there_up_and_down(lived_in: Store) -> None:
    seen = []
    for move, version in ((upgrade, "head"), (downgrade, "0001"), (upgrade, "head")):
        move("company", lived_in, to=version)
        with lived_in.read() as session:
            seen.append([one.key for one in staff.everybody(session)])

    assert seen == [["p1"]] * 3


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_versions_make_what_the_models_describe(empty: tuple[str, Store]) -> None:
    name, store = empty
    upgrade(name, store)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA[name])

    assert not [one for one in differences if getattr(one[1], "name", "") not in EXPRESSIONS]
