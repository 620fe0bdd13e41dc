"""The service on the loopback with an open wave, and one of its links."""

from dataclasses import dataclass

from playwright.sync_api import Page

from survey.queries import answers
from survey.queries.answers import Stored
from tests.survey.web.pulse.answering import Answering

FOUR = 4
"""A person who reads English."""


@dataclass
class Served:
    answering: Answering
    address: str

    @property
    def link(self) -> str:
        return self.address + self.answering.page(FOUR)

    def stored(self) -> list[Stored]:
        with self.answering.stores.answers.read() as session:
            return answers.responses(session, [self.answering.wave.id])


def enter(page: Page, link: str) -> None:
    page.goto(link)
    page.locator("fieldset").first.get_by_label("Rarely").check()
    page.get_by_role("textbox").fill("A visit.")
