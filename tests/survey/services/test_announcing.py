"""Other programs are told that a wave has closed: once each, signed, and not before everybody may read the release."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import SecretStr
from sqlalchemy import select

from survey.config import Settings
from survey.db import Stores
from survey.models.company.work import Job
from survey.queries import waves
from survey.queries.waves import WaveFacts
from survey.services.announcing import KIND, announce, trial
from survey.services.closing.correcting import correct_wave
from survey.services.hooks import Answer, Channels, Hook, HookFault
from survey.web.api.shapes.hooks import WaveHook, WaveTest
from tests.survey.services.programmes import Running, start

SECRET = "a secret of the tests that is long enough"  # noqa: S105 -- of the tests
SCHEMA = json.loads((Path(__file__).parents[3] / "docs/reference/wave.schema.json").read_text("utf-8"))
SETTINGS = Settings(
    wave_webhook_url=SecretStr("https://other.example/waves"),
    alert_webhook_secret=SecretStr(SECRET),
    base_url="https://aloft.meridian.example/",
)


@dataclass
class Hooks:
    taken: list[tuple[bytes, Mapping[str, str]]] = field(default_factory=list)

    def post(self, _hook: Hook, body: bytes, headers: Mapping[str, str]) -> Answer:
        self.taken.append((body, headers))
        return Answer(200, "")


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


@pytest.fixture
def closed(running: Running) -> WaveFacts:
    wave = running.open_next()
    running.answer(wave, lambda person, _: 1 + person % 5)
    running.close(wave)
    return wave


def laid_out(running: Running) -> list[Mapping[str, Any]]:
    with running.stores.company.read() as session:
        return list(session.scalars(select(Job.details).where(Job.kind == KIND).order_by(Job.id)))


def sent(running: Running, settings: Settings = SETTINGS) -> list[tuple[dict[str, Any], Mapping[str, str]]]:
    hooks = Hooks()
    for details in laid_out(running):
        announce(running.stores, Channels(settings, hooks), details, clock=running.clock)
    return [(json.loads(body), headers) for body, headers in hooks.taken]


def test_it_says_which_wave_and_where_to_read_it_and_no_result(running: Running, closed: WaveFacts) -> None:
    ((body, _),) = sent(running)

    jsonschema.validate(body, SCHEMA)
    assert WaveHook.model_validate(body).model_dump(by_alias=True) == body
    assert (body["event"], body["wave"], body["version"]) == ("wave.closed", closed.number, 1)
    assert (body["asked"], body["answered"]) == (40, 40)
    assert body["url"] == "https://aloft.meridian.example/results"
    assert body["release_url"] == f"https://aloft.meridian.example/api/v1/waves/{closed.number}/release"


@pytest.mark.usefixtures("closed")
def test_it_is_signed_as_alerts_are(running: Running) -> None:
    ((body, headers),) = sent(running)
    moment, mark = (part.partition("=")[2] for part in headers["Aloft-Signature"].split(","))
    written = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

    assert mark == hmac.digest(SECRET.encode(), f"{moment}.".encode() + written, hashlib.sha256).hex()
    assert int(moment) == int(running.now.timestamp())


@pytest.mark.usefixtures("closed")
def test_every_try_says_the_same(running: Running) -> None:
    assert sent(running)[0][0] == sent(running)[0][0]
    assert sent(running)[0][1]["Aloft-Delivery"] == laid_out(running)[0]["delivery"]


def test_it_waits_until_the_wave_is_closed(running: Running, closed: WaveFacts) -> None:
    with running.stores.company.write() as session:
        waves.set_state(session, closed.id, "closing")

    with pytest.raises(HookFault, match="not closed yet"):
        sent(running)


def test_a_correction_is_told_with_its_version(running: Running, closed: WaveFacts) -> None:
    with running.stores.company.read() as session:
        roster = sorted(waves.roster(session, closed.id), key=lambda one: (one.unit, one.person))
    correct_wave(running.stores, 1, [f"P{one.person:04d}" for one in roster[:20]], reason="twice", now=running.now)
    (first, _), (second, _) = sent(running)

    assert (first["event"], first["version"], first["answered"]) == ("wave.closed", 1, 40)
    assert (second["event"], second["version"]) == ("wave.corrected", 2)
    assert first["delivery"] != second["delivery"]


@pytest.mark.usefixtures("closed")
def test_where_it_is_not_set_nothing_is_sent(running: Running) -> None:
    assert sent(running, Settings()) == []


@pytest.mark.usefixtures("closed")
def test_without_a_secret_that_is_long_enough_nothing_is_sent(running: Running) -> None:
    with pytest.raises(HookFault, match="ALOFT_ALERT_WEBHOOK_SECRET"):
        sent(running, SETTINGS.model_copy(update={"alert_webhook_secret": SecretStr("short")}))


def test_a_test_is_known_as_one(running: Running) -> None:
    body = json.loads(trial(Channels(SETTINGS, Hooks()), now=running.now).body)

    jsonschema.validate(body, SCHEMA)
    assert WaveTest.model_validate(body).test
