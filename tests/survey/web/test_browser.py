"""The inside pages as a browser draws them, with Debian's chromium. Without it these tests skip, and fail under CI."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.queries import web_sessions
from survey.queries.replies import ReplyFacts, write_reply
from survey.services.audit import Action, record
from survey.services.programme import By, end
from survey.services.tokens import hash_of
from tests.browsing import SPILLS, chromium, is_complaint, on_loopback
from tests.survey.company import NOW, add_account, add_company
from tests.survey.web.clock import Clock
from tests.survey.web.programme.scenes import between_waves

OUTSIDE = ("/", "/sign-in", "/sign-in/sent", "/sign-in/a-token", "/no/such/page")
INSIDE = (
    "/account",
    "/manage/audit",
    "/manage",
    "/manage/programme",
    "/manage/programme/new",
    "/manage/programme/smallest-group?k=x",
    "/manage/programme/end",
    "/manage/waves/1",
    "/manage/waves/1/close",
    "/manage/waves/1/reply",
    "/manage/reply",
    "/manage/calendar",
)
LONG_WORDS = ReplyFacts(
    "<b>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</b>", "b", ""
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def app(sqlite_settings: Settings) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    account = add_account(stores, "amira.osei@meridian.example", "hr", "council")
    with stores.company.write() as session:
        for browser in ("one", "two"):
            web_sessions.begin(session, token_hash=hash_of(browser), account_id=account, now=NOW)
        for role in ("hr", "council"):
            details = {"account": account, "role": role}
            record(session, action=Action.ROLE_GIVEN, account_id=None, details=details, now=NOW)
    between_waves(stores)
    with stores.company.write() as session:
        write_reply(session, wave=1, reply=LONG_WORDS, account=account, now=NOW)
    yield create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock())
    stores.dispose()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with on_loopback(app) as served:
        yield served


def sign_in(context: BrowserContext, address: str) -> None:
    context.add_cookies([{"name": "aloft", "value": "one", "url": address}])


def watched(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A page, and what it complains about or asks of others."""
    page, seen = context.new_page(), []
    page.on("console", lambda message: seen.append(message.text) if is_complaint(message.text) else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else seen.append(request.url))
    return page, seen


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_pages_draw_without_complaint_and_can_be_used_by_all(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page, seen = watched(context, address)
        for path in (*OUTSIDE, *INSIDE):
            if path == INSIDE[0]:
                sign_in(context, address)
            page.goto(address + path)
            broken = Axe().run(page).response["violations"]

            assert not [(path, one["id"], one["nodes"][0]["html"]) for one in broken]
            assert page.evaluate(SPILLS) is False, path
        assert seen == []


def test_sign_out_by_keyboard(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page, seen = watched(context, address)
        sign_in(context, address)
        page.goto(f"{address}/account")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.get_by_role("button", name="Sign out", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/sign-in")

        assert seen == []


def test_a_programme_is_created_without_a_script(browser: Browser, address: str, app: Flask) -> None:
    with app.extensions["aloft"].stores.company.write() as session:
        end(session, by=By(None, NOW))
    with browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}) as context:
        page, seen = watched(context, address)
        sign_in(context, address)
        page.goto(address)
        for name in ("Create a programme", "Show the first waves", "Create the programme"):
            page.locator(".btn", has_text=name).click()

        assert page.get_by_role("heading", level=1).inner_text().startswith("Wave 1 opens on Monday")
        assert page.get_by_role("status").inner_text().startswith("The programme runs.")
        assert seen == []
