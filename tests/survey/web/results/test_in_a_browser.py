"""The pages of results as a browser draws them, on a small phone and on a desk, with long words and odd names."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Browser
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.models.company.accounts import Account
from survey.models.company.people import Unit
from survey.queries import web_sessions
from survey.services.tokens import hash_of
from tests.browsing import SPILLS, barriers, chromium, complaints, on_loopback
from tests.survey.company import DELIVERY, NORTH, NOW, SALES, add_account, add_company
from tests.survey.releases import alarm, publish_rows
from tests.survey.web.clock import Clock
from tests.survey.web.programme.scenes import begin

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten"
PATHS = (
    "/brief",
    "/manage/moments",
    "/results",
    "/results/1",
    f"/results/2/units/{SALES}",
    f"/results/2/units/{NORTH}",
    "/manage/waves/2/release",
    "/manage/waves/2/release/bands",
    "/manage/waves/2/release/questions",
    "/manage/waves/2",
    "/manage",
    "/method?lang=de",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def app(sqlite_settings: Settings) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    scene = begin(stores)
    for number, month in ((1, 10), (2, 11)):
        wave = scene.wave(number, "closed", date(2026, month, 2), answered=60)
        publish_rows(stores, wave.id, told=[alarm(SALES, told_in=2), alarm(NORTH, list="watch", points=None)])
    with stores.company.write() as session:
        session.get_one(Unit, DELIVERY).name = LONG
        session.get_one(Unit, SALES).name = f"<b>{LONG}</b> & Co"
    for language in ("en", "de"):
        account = add_account(stores, f"{language}@meridian.example", "hr")
        with stores.company.write() as session:
            session.get_one(Account, account).language = language
            web_sessions.begin(session, token_hash=hash_of(language), account_id=account, now=NOW)
    yield create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock(NOW))
    stores.dispose()


@pytest.mark.parametrize(("width", "scheme", "language"), [(320, "light", "de"), (1280, "dark", "en")])
def test_pages_reflow_and_can_be_used_by_all(
    browser: Browser, app: Flask, width: int, scheme: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    with on_loopback(app) as address, context:
        context.add_cookies([{"name": "aloft", "value": language, "url": address}])
        page = context.new_page()
        seen = complaints(page, address)
        for path in PATHS:
            page.goto(address + path)

            assert page.locator("h1").count() == 1, path
            assert barriers(page) == [], path
            assert page.evaluate(SPILLS) is False, path
        assert seen == []


def test_the_brief_is_one_sheet_on_paper(browser: Browser, app: Flask) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    with on_loopback(app) as address, context:
        context.add_cookies([{"name": "aloft", "value": "de", "url": address}])
        page = context.new_page()
        page.goto(f"{address}/brief")
        page.wait_for_function("document.documentElement.dataset.charts === 'drawn'")
        sheet = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1
