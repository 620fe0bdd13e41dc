"""What every answer carries, and what cookies promise."""

from collections.abc import Iterator

import pytest
from flask import Flask
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from tests.survey.company import add_account, add_company
from tests.survey.web.clock import Clock
from tests.survey.web.visitor import Visitor


@pytest.fixture
def https(sqlite_settings: Settings, clock: Clock) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    add_account(stores, "ada@meridian.example", "hr")
    changed = {"base_url": "https://pulse.meridian.example", "secret_key": SecretStr("s" * 32)}
    yield create_app(sqlite_settings.model_copy(update=changed), stores, now=clock)
    stores.dispose()


@pytest.mark.parametrize("path", ["/", "/sign-in", "/healthz", "/no/such/page", "/account", "/static/inside.css"])
def test_every_answer_is_framed_by_nobody_and_runs_nothing_of_others(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    policy = headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "://" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_are_kept_by_no_cache_and_style_sheets_are(visitor: Visitor) -> None:
    assert visitor.get("/sign-in").headers["Cache-Control"] == "no-store"
    assert "max-age=3600" in visitor.get("/static/inside.css").headers["Cache-Control"]


def cookies_of(app: Flask) -> dict[str, str]:
    """Every cookie that a sign-in sets, with what it promises."""
    client = app.test_client()
    visitor = Visitor(app, client)
    answers = [visitor.get("/account"), visitor.send("/sign-in", address="ada@meridian.example")]
    letter = visitor.ask("ada@meridian.example")
    assert letter
    answers.append(visitor.send(f"/sign-in/{letter.token}"))
    lines = [line for answer in answers for line in answer.headers.getlist("Set-Cookie")]
    return {line.partition("=")[0]: line for line in lines if "=;" not in line}


def test_cookies_promise_all_they_can_under_https(https: Flask) -> None:
    https.config["SERVER_NAME"] = "pulse.meridian.example"
    https.config["PREFERRED_URL_SCHEME"] = "https"
    found = cookies_of(https)

    assert set(found) == {"__Host-aloft", "__Host-aloft_browser", "__Host-aloft_form"}
    for line in found.values():
        assert "Secure" in line
        assert "HttpOnly" in line
        assert "SameSite=Lax" in line
        assert "Path=/" in line
        assert "Domain" not in line


def test_under_https_browsers_are_told_to_stay_there(https: Flask) -> None:
    assert "max-age=31536000" in https.test_client().get("/").headers["Strict-Transport-Security"]


def test_without_https_nobody_is_told_to_use_it(visitor: Visitor) -> None:
    assert "Strict-Transport-Security" not in visitor.get("/").headers


def test_pages_hold_nothing_inline_and_ask_nobody_else(visitor: Visitor) -> None:
    for path in ("/", "/sign-in", "/sign-in/sent", "/sign-in/token", "/no/such/page"):
        text = visitor.get(path).text
        assert "<script" not in text
        assert "style=" not in text
        assert "//" not in text.replace("http://www.w3.org", "")
