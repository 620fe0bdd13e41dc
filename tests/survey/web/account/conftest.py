"""The service with a provider beside it, which is a process of its own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.company import add_account, add_company
from tests.survey.provider_process import ProviderProcess, provider_process
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor

ADA = "ada@meridian.example"
BASE = "http://localhost"


@pytest.fixture(scope="module")
def started() -> Iterator[ProviderProcess]:
    with provider_process() as running:
        yield running


@pytest.fixture
def provider(started: ProviderProcess) -> ProviderProcess:
    started.knows("ada-1", {"email": ADA, "email_verified": True})
    return started


@pytest.fixture
def make(settings: Settings, stores: Stores, provider: ProviderProcess) -> Callable[..., Flask]:
    """The service as these settings make it, by the clock of the machine, which is that of the provider."""
    add_company(stores)

    def made(**changed: Any) -> Flask:
        given = {
            "oidc_issuer": provider.issuer,
            "oidc_client_id": "aloft",
            "base_url": BASE,
            "oidc_client_secret": SECRET,
            **changed,
        }
        return create_app(settings.model_copy(update={"secret_key": SECRET, **given}), stores)

    return made


@pytest.fixture
def app(make: Callable[..., Flask]) -> Flask:
    return make()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor.of(app)


@pytest.fixture
def ada(stores: Stores, app: Flask) -> int:
    del app
    return add_account(stores, ADA, "hr")
