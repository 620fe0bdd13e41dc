import pytest

from survey.db import Stores
from tests.survey.services.alerting.waves import Months, begun


@pytest.fixture
def months(stores: Stores) -> Months:
    return begun(stores)
