"""Another program, with a token."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from survey.services.api_tokens import Scope, Wish, make_token


@dataclass(frozen=True)
class Program:
    """Sends JSON; `token` goes with every request, unless it is empty."""

    app: Flask
    token: str

    @classmethod
    def of(cls, app: Flask, account: str, *, scopes: Collection[Scope] = tuple(Scope), days: int = 90) -> "Program":
        here = app.extensions["aloft"]
        with here.stores.company.write() as session:
            made = make_token(session, Wish(account, "a test", scopes, days), now=here.clock())
        return cls(app, made.text)

    def ask(self, method: str, path: str, **given: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.app.test_client().open(f"/api/v1{path}", method=method, headers=headers, buffered=True, **given)

    def get(self, path: str) -> TestResponse:
        return self.ask("GET", path)
