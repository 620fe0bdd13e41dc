"""What Slack sends is acknowledged if Slack sent it, and changes nothing."""

import hashlib
import hmac
import json

import pytest
from flask import Flask
from pydantic import SecretStr
from werkzeug.test import TestResponse

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET

SIGNING = "8f742231b10e8888abcd99yyyzzz85a5"
CLICK = b"payload=%7B%22type%22%3A%22block_actions%22%7D"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def slack_app(settings: Settings, stores: Stores, clock: Clock) -> Flask:
    changed = {"secret_key": SECRET, "slack_signing_secret": SecretStr(SIGNING)}
    return create_app(settings.model_copy(update=changed), stores, now=clock)


def mark(moment: str, body: bytes, secret: str = SIGNING) -> str:
    return f"v0={hmac.digest(secret.encode(), f'v0:{moment}:'.encode() + body, hashlib.sha256).hex()}"


def sent(app: Flask, moment: str, body: bytes, *, signature: str, kind: str = FORM) -> TestResponse:
    headers = {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": signature, "Content-Type": kind}
    return app.test_client().post("/slack/events", data=body, headers=headers)


def test_a_click_that_slack_signed_is_acknowledged(slack_app: Flask, clock: Clock) -> None:
    moment = str(int(clock().timestamp()))
    answer = sent(slack_app, moment, CLICK, signature=mark(moment, CLICK))

    assert (answer.status_code, answer.data) == (200, b"")


def test_the_word_that_slack_wants_back_is_given_back(slack_app: Flask, clock: Clock) -> None:
    moment = str(int(clock().timestamp()))
    body = json.dumps({"type": "url_verification", "challenge": "a word"}).encode()
    answer = sent(slack_app, moment, body, signature=mark(moment, body), kind="application/json")

    assert answer.json == {"challenge": "a word"}


@pytest.mark.parametrize("signature", ["", "v0=00", "v0=ü", mark("1", CLICK)])
def test_what_is_not_signed_is_refused(slack_app: Flask, clock: Clock, signature: str) -> None:
    assert sent(slack_app, str(int(clock().timestamp())), CLICK, signature=signature).status_code == 401


def test_another_secret_is_refused(slack_app: Flask, clock: Clock) -> None:
    moment = str(int(clock().timestamp()))

    assert sent(slack_app, moment, CLICK, signature=mark(moment, CLICK, "other")).status_code == 401


@pytest.mark.parametrize("seconds", [-301, 301])
def test_what_is_five_minutes_off_is_refused(slack_app: Flask, clock: Clock, seconds: int) -> None:
    moment = str(int(clock().timestamp()) + seconds)

    assert sent(slack_app, moment, CLICK, signature=mark(moment, CLICK)).status_code == 401


@pytest.mark.parametrize("moment", ["", "soon", "1e9", "-5", "9" * 400, "\u0663"])
def test_a_moment_that_is_none_is_refused(slack_app: Flask, moment: str) -> None:
    assert sent(slack_app, moment.encode().decode("latin-1"), CLICK, signature="v0=00").status_code == 401


def test_without_a_secret_nobody_is_there(app: Flask) -> None:
    assert sent(app, "1", CLICK, signature=mark("1", CLICK)).status_code == 404
