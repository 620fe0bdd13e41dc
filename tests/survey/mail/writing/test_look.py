"""What a mail looks like to somebody who opens it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from survey.mail.writing.paper import as_html
from survey.mail.writing.sheet import Link, Sheet
from survey.translations import LANGUAGES
from tests.browsing import chromium
from tests.survey.mail.writing.test_kinds import KINDS, Write

RIGHT_TO_LEFT = Sheet("ar", "Meridian", "نبض نوفمبر", "نبض نوفمبر", ("أسئلة",), Link("الأسئلة", "https://x.example/1"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(java_script_enabled=False, color_scheme="dark")
    yield page
    page.close()


def shown(page: Page, html: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(html)
    return page


@pytest.mark.parametrize("write", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_fits_a_phone(page: Page, write: Write, language: str) -> None:
    box = shown(page, write(language).html, 320).locator("table.sheet").bounding_box()

    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_a_mail_grows_no_wider_than_640(page: Page) -> None:
    box = shown(page, KINDS[0]("en").html, 1280).locator("table.sheet").bounding_box()

    assert box
    assert box["width"] == pytest.approx(640, abs=3)


def test_the_button_is_large_enough_for_a_thumb_and_in_the_colour_of_links(page: Page) -> None:
    button = shown(page, KINDS[0]("en").html, 360).locator("table.button a")
    box = button.bounding_box()

    assert box
    assert box["height"] >= 44
    assert "background-color: #0A5587" in (page.locator("table.button td").get_attribute("style") or "")


def test_a_language_from_right_to_left_begins_at_the_right(page: Page) -> None:
    shown(page, as_html(RIGHT_TO_LEFT), 640)
    button = page.locator("table.button").bounding_box()

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert button
    assert button["x"] + button["width"] > 600
