"""The pages as a browser draws them: hostile, endless, foreign and long comments; small and dark screens."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Browser
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.models.company.people import Unit
from survey.queries import web_sessions
from survey.services.tokens import hash_of
from tests.browsing import SPILLS, barriers, chromium, complaints, on_loopback
from tests.survey.company import DELIVERY, NOW, SALES, add_account, add_company
from tests.survey.web.clock import Clock
from tests.survey.web.programme.scenes import begin
from tests.survey.web.voices.conftest import ATTACK
from tests.survey.web.voices.stage import closed, publish

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten"
SAID = {
    SALES: [ATTACK, "x" * 10_000, "اتصل العميل مرتين بشأن العطل نفسه، ولم يرد أحد.", LONG * 4, "one\n\n\ntwo", "=2+2"],
    DELIVERY: [f"{number} customers wrote" for number in range(60)],
}
PATHS = (
    "/dashboards/1/comments?order=00000a",
    "/dashboards/1/comments?order=00000a&page=2",
    "/dashboards/1/comments?find=nowhere",
    "/dashboards/2/comments",
    "/manage/waves/1/comments",
    "/manage/waves/2/comments",
    "/manage/waves/2/comments?page=2",
    "/manage/waves/3/comments",
    "/dashboards/2/participation",
    "/dashboards/1/participation",
    "/dashboards/2/instrument",
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
    for number, month in ((1, 9), (2, 10)):
        closed(scene, number, date(2026, month, 2), SAID)
    closed(scene, 3, date(2026, 11, 2), {})
    publish(stores, 1)
    with stores.company.write() as session:
        session.get_one(Unit, DELIVERY).name = LONG
        session.get_one(Unit, SALES).name = f"<b>{LONG}</b> & Co"
    account = add_account(stores, "hr@meridian.example", "hr")
    with stores.company.write() as session:
        web_sessions.begin(session, token_hash=hash_of("hr"), account_id=account, now=NOW)
    yield create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock())
    stores.dispose()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "light"), (1280, "dark")])
def test_every_page_keeps_inside_the_screen_and_opens_to_everybody(
    app: Flask, browser: Browser, width: int, scheme: str
) -> None:
    with on_loopback(app) as address, browser.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type] -- one of two words
        context.add_cookies([{"name": "aloft", "value": "hr", "url": address}])
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        said = complaints(page, address)
        for path in PATHS:
            answer = page.goto(address + path)
            assert answer
            assert answer.status == 200, path
            assert not page.evaluate(SPILLS), path
            assert barriers(page) == [], path
            assert page.locator("main script:not([type])").count() == 0, path
        assert said == []
