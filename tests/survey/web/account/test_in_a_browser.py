"""Somebody signs in through the provider in a real browser, in German, on a phone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.services.provider import Provider, read_registration
from tests.browsing import SPILLS, barriers, chromium, on_loopback
from tests.survey.company import add_company, add_person
from tests.survey.provider_process import ProviderProcess
from tests.survey.web.account.conftest import ADA
from tests.survey.web.conftest import SECRET
from tests.survey.web.house import LONG


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def app(sqlite_settings: Settings, provider: ProviderProcess) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    add_person(stores, ADA)
    given = {
        "oidc_issuer": provider.issuer,
        "oidc_client_id": "aloft",
        "secret_key": SECRET,
        "oidc_client_secret": SECRET,
    }
    yield create_app(sqlite_settings.model_copy(update={**given, "oidc_name": f"dem {LONG}-Konto"}), stores)
    stores.dispose()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Ours by another name than the provider's, so that for the browser they are two sites."""
    with on_loopback(app) as served:
        ours = served.replace("127.0.0.1", "localhost")
        here = app.extensions["aloft"]
        registration = read_registration(here.settings.model_copy(update={"base_url": ours}))
        assert registration
        app.extensions["aloft"] = replace(here, provider=Provider(registration))
        yield ours


@contextmanager
def phone(browser: Browser, width: int = 360, scheme: Literal["light", "dark"] = "light") -> Iterator[Page]:
    """Closed whatever happens: a server waits for connections that are open."""
    context = browser.new_context(viewport={"width": width, "height": 740}, locale="de-DE", color_scheme=scheme)
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def look(page: Page, name: str) -> None:
    """The page can be used by all, and fits; a picture of it, if somebody wants to see it."""
    assert not page.evaluate(SPILLS), name
    assert barriers(page) == []
    if folder := os.environ.get("ALOFT_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_somebody_signs_in_and_out_in_german(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    with phone(browser, width, scheme) as page:
        page.goto(f"{address}/sign-in")
        assert page.locator("html").get_attribute("lang") == "de"
        look(page, f"sign-in-{width}")
        page.get_by_role("link", name="Anmelden mit dem").click()
        page.locator("input[name=sub]").fill("ada-1")
        page.get_by_role("button", name="Authorize").click()
        page.wait_for_url(f"{address}/**")
        page.goto(f"{address}/account")
        page.get_by_role("button", name="Sign out", exact=True).click()
        assert page.get_by_role("heading").inner_text() == "Die Abmeldung ist erfolgt."
        look(page, f"signed-out-{width}")
        page.get_by_role("link", name="Auch dort abmelden").click()
        assert "end_session" in page.url


def test_who_is_not_let_in_reads_why_in_german(browser: Browser, address: str, provider: ProviderProcess) -> None:
    provider.knows("eve-7", {"email": ADA})
    with phone(browser) as page:
        page.goto(f"{address}/sign-in/provider")
        page.locator("input[name=sub]").fill("eve-7")
        page.get_by_role("button", name="Authorize").click()

        assert page.get_by_role("heading").inner_text() == "Für die Mailadresse steht niemand ein."
        look(page, "not-let-in-360")
