"""Somebody with a browser: keeps cookies, fills in the form token of the page, opens the mail that was sent."""

import re
from dataclasses import dataclass
from typing import Self

from flask import Flask
from sqlalchemy import select
from werkzeug.test import Client, TestResponse

from survey.models.company.work import OutboxMail
from survey.queries import web_sessions
from survey.services.sign_in import Letter, sign_in_letter_data
from survey.services.tokens import hash_of
from survey.web.service import Service

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Visitor:
    app: Flask
    client: Client

    @classmethod
    def of(cls, app: Flask) -> Self:
        return cls(app, app.test_client())

    @property
    def service(self) -> Service:
        found: Service = self.app.extensions["aloft"]
        return found

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, buffered=True)

    def send(self, path: str, *, seen_on: str | None = None, **fields: object) -> TestResponse:
        """Send a form with the token of the page it stands on."""
        page = self.get(seen_on or path)
        found = TOKEN.search(page.text)
        data = {**fields, "csrf_token": found[1] if found else ""}
        return self.client.post(path, data=data, headers={"Referer": page.request.url})

    def ask(self, address: str) -> Letter | None:
        """The mail that asking for a link with this address has led to."""
        assert self.send("/sign-in", address=address).status_code == 303
        with self.service.stores.company.read() as session:
            mail = session.scalars(select(OutboxMail).order_by(OutboxMail.id.desc()).limit(1)).one()
            link = bytes.fromhex(mail.details["link"])
            return sign_in_letter_data(session, link, self.service.secret, now=self.service.clock())

    def sign_in(self, address: str) -> str:
        """The whole way; the token of the link."""
        letter = self.ask(address)
        assert letter
        assert self.send(f"/sign-in/{letter.token}").status_code == 303
        return letter.token

    def sign_in_while_signed_in(self, address: str) -> None:
        """As somebody does who opens an old link in a browser that is signed in."""
        kept = self.client.get_cookie("aloft")
        assert kept
        self.client.delete_cookie("aloft")
        letter = self.ask(address)
        self.client.set_cookie("aloft", kept.value)
        assert letter
        assert self.send(f"/sign-in/{letter.token}").status_code == 303

    def become(self, account_id: int, browser: str = "given") -> None:
        """Be signed in without the way there."""
        with self.service.stores.company.write() as session:
            web_sessions.begin(session, token_hash=hash_of(browser), account_id=account_id, now=self.service.clock())
        self.client.set_cookie("aloft", browser)
