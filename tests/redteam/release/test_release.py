"""A small company lives through the service; whoever has all its releases learns of no group of fewer than k."""

from pathlib import Path

import numpy as np
import pytest

from survey.config import Settings
from survey.db import open_stores
from tests.redteam.release.knowing import Known, everything
from tests.redteam.release.life import Life, live


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory, sqlite_templates: Path):
    import shutil

    folder = tmp_path_factory.mktemp("life")
    for name in ("company", "answers", "vault"):
        shutil.copyfile(sqlite_templates / f"{name}.db", folder / f"{name}.db")
    settings = Settings(
        database_url=f"sqlite:///{folder}/company.db",
        answers_url=f"sqlite:///{folder}/answers.db",
        vault_url=f"sqlite:///{folder}/vault.db",
        secret_file=folder / "secret",
    )
    stores = open_stores(settings)
    yield live(stores, np.random.default_rng(20260101), n_people=110, depth=4)
    stores.dispose()


def test_published_sums_are_those_of_the_answers(life: Life) -> None:
    n = 0
    for known in everything(life).values():
        for group, published in zip(known.groups, known.sums, strict=True):
            n += 1
            assert sum(known.answers[answer] for answer in group) == pytest.approx(published, abs=0.01)
    assert n > 300
