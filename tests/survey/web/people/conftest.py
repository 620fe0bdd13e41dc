"""Somebody in HR of a company of forty, and the files they choose."""

from io import BytesIO

import pytest
from flask import Flask
from pydantic import SecretStr
from werkzeug.test import TestResponse

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.queries import people
from tests.survey.company import NOW, add_account
from tests.survey.factories import add_company
from tests.survey.web.clock import Clock
from tests.survey.web.visitor import TOKEN, Visitor

SECRET = SecretStr("a key of the tests, which is long enough")
PAGE = "/manage/people"
DRY_RUN = "/manage/people/dry-run"


class Office(Visitor):
    """A visitor who chooses files."""

    def choose(self, content: bytes, name: str = "people.csv", kind: str = "delta") -> TestResponse:
        """Choose a file; the page it leads to."""
        sent = self.send(f"{PAGE}/file", seen_on=PAGE, file=(BytesIO(content), name), kind=kind)
        sent.request.input_stream.close()  # a large form was written to a file for us
        return self.get(sent.location) if sent.status_code == 303 else sent

    def press(self, page: TestResponse, path: str, **fields: str) -> TestResponse:
        """Press a button of a page that was shown, with the hidden fields of its forms."""
        seen = page.text.partition('name="seen" value="')[2][:32]
        token = TOKEN.search(page.text)
        assert token
        data = {"csrf_token": token[1], "seen": seen, **fields}
        return self.client.post(f"{PAGE}/{path}", data=data, buffered=True)

    def n_people(self) -> int:
        with self.service.stores.company.read() as session:
            return len(people.belonging_on(session, NOW.date()))


@pytest.fixture
def app(settings: Settings, stores: Stores, clock: Clock) -> Flask:
    with stores.company.write() as session:
        add_company(session)
    return create_app(settings.model_copy(update={"secret_key": SECRET}), stores, now=clock)


@pytest.fixture
def office(app: Flask, stores: Stores) -> Office:
    office = Office.of(app)
    office.become(add_account(stores, "amira.osei@meridian.example", "hr"))
    return office
