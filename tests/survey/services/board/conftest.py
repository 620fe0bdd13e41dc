"""The stage of these tests."""

import pytest

from survey.db import Stores
from tests.survey.services.board.stage import Stage


@pytest.fixture
def stage(stores: Stores) -> Stage:
    return Stage.of(stores)
