"""What the tests of the brief share."""

from importlib.resources import files

import pytest


@pytest.fixture
def style() -> str:
    return (files("dashboards") / "static" / "brief.css").read_text(encoding="utf-8")
