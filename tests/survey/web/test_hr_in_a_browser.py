"""The pages about people, preview and slips as a browser draws them, at the width of a small phone and of a desk."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.models.company.people import Person
from survey.queries import web_sessions
from survey.services.tokens import hash_of
from tests.browsing import SPILLS
from tests.survey.company import add_account
from tests.survey.services.programmes import start
from tests.survey.web import test_browser
from tests.survey.web.clock import Clock

browser, address = test_browser.browser, test_browser.address

HEAD = "id,name,unit\n"
LONG = "Donaudampfschifffahrtsgesellschaftskapitän " * 3
GOOD = f"{HEAD}X1,{LONG},Meridian/Division 1/Team 1.1\nP0001,Ann,Meridian/Division 2/Team 2.1\n"
BAD = f"{GOOD}X2,Lea,Meridian/{LONG.strip()}\n"
ODD = f"Kennung,Wer,Wo\nX1,{LONG},Meridian\n"
QUIET = (
    "/manage/people",
    "/manage/preview",
    "/manage/preview/de",
    "/manage/preview/fr/saved",
    "/manage/preview/es/mail/reminder",
    "/manage/slips",
)
ONE_SHEET = 277 * 96 / 25.4
"""Pixels of A4 between the margins."""


@pytest.fixture
def app(sqlite_settings: Settings) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    running = start(stores)
    with stores.company.write() as session:
        for number in range(1, 8):
            session.get_one(Person, number).mail = None
        session.get_one(Person, 2).name = f"<b>{LONG}</b>"
    running.open_next()
    account = add_account(stores, "amira.osei@meridian.example", "hr")
    with stores.company.write() as session:
        web_sessions.begin(session, token_hash=hash_of("one"), account_id=account, now=running.now)
    made = create_app(
        sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock(running.now)
    )
    yield made
    stores.dispose()


def choose(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}/manage/people")
    page.set_input_files("#file", {"name": "people.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.get_by_label("changes only").check()
    page.get_by_role("button", name="Look at the dry run").click()


def one_person(page: Page, address: str, button: str) -> None:
    page.goto(f"{address}/manage/people")
    page.get_by_label("Id of the person").fill("P0002")
    page.get_by_role("button", name=button).click()


def to_print(page: Page, address: str) -> None:
    page.goto(f"{address}/manage/slips")
    page.get_by_role("radio", name="four slips").check()
    page.get_by_role("button", name="Show the slips to print").click()
    page.locator(".paper").last.wait_for()


WAYS: dict[str, Callable[[Page, str], None]] = {
    **{path: lambda page, address, path=path: page.goto(address + path) for path in QUIET},
    "dry run": lambda page, address: choose(page, address, GOOD),
    "faults": lambda page, address: choose(page, address, BAD),
    "columns": lambda page, address: choose(page, address, ODD),
    "no table": lambda page, address: choose(page, address, ""),
    "stored": lambda page, address: one_person(page, address, "See what is stored"),
    "erase": lambda page, address: one_person(page, address, "Erase, after one more question"),
    "to print": to_print,
}


def opened(browser: Browser, address: str, width: int, scheme: str) -> BrowserContext:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    test_browser.sign_in(context, address)
    return context


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_pages_reflow_and_can_be_used_by_all(browser: Browser, address: str, width: int, scheme: str) -> None:
    with opened(browser, address, width, scheme) as context:
        page, seen = test_browser.watched(context, address)
        for name, go in WAYS.items():
            go(page, address)
            broken = Axe().run(page).response["violations"]

            assert page.locator("h1").count() == 1, name
            assert not [(name, one["id"], one["nodes"][0]["html"]) for one in broken]
            assert page.evaluate(SPILLS) is False, name
        assert seen == []


def test_a_file_is_chosen_looked_at_and_applied(browser: Browser, address: str) -> None:
    with opened(browser, address, 1280, "light") as context:
        page, seen = test_browser.watched(context, address)
        choose(page, address, GOOD)
        heading = page.locator("h1").inner_text()
        page.get_by_role("button", name="Apply these changes").click()

        assert heading == "1 person joins, 1 moves; nothing has been changed yet."
        assert page.locator("h1").inner_text() == "41 people in 7 units."
        assert seen == []


def test_a_mail_in_its_frame_leads_to_the_preview(browser: Browser, address: str) -> None:
    with opened(browser, address, 1280, "light") as context:
        page = context.new_page()
        page.goto(f"{address}/manage/preview/de/mail/invitation")
        link = page.frame_locator("iframe").get_by_role("link", name="Zu den Fragen")

        assert link.get_attribute("href") == "http://127.0.0.1:8000/manage/preview/de"
        assert link.evaluate("element => getComputedStyle(element).color") == "rgb(255, 255, 255)"


def test_slips_fill_whole_sheets_of_paper(browser: Browser, address: str) -> None:
    with opened(browser, address, 718, "dark") as context:
        page = context.new_page()
        to_print(page, address)
        n_pages = len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))
        page.emulate_media(media="print")
        heights = page.locator(".paper").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")

        assert n_pages == len(heights) == 2
        assert max(heights) <= ONE_SHEET
        assert not page.locator("header.bar").is_visible()
