"""What the tests of the brief share."""

import pytest

from dashboards.assets import asset


@pytest.fixture
def style() -> str:
    return asset("brief.css").content.decode("utf-8")
