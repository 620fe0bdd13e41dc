"""Somebody of HR in front of the pages, and others who may look or not."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.db import Stores
from tests.survey.company import SALES, add_account
from tests.survey.web.visitor import Visitor


@pytest.fixture
def signed_in(stores: Stores, app: Flask) -> Callable[[str], Visitor]:
    def become(role: str) -> Visitor:
        visitor = Visitor.of(app)
        visitor.become(add_account(stores, f"{role}@meridian.example", role, unit=SALES), role)
        return visitor

    return become


@pytest.fixture
def hr(signed_in: Callable[[str], Visitor]) -> Visitor:
    return signed_in("hr")
