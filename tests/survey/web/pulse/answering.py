"""The real service with a programme that runs, and a browser without cookies."""

from dataclasses import dataclass

from flask import Flask
from pydantic import SecretStr
from werkzeug.test import Client

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from tests.survey.services.programmes import Running, start


@dataclass
class Answering:
    app: Flask
    running: Running
    wave: WaveFacts
    tokens: dict[int, str]

    @property
    def stores(self) -> Stores:
        return self.running.stores

    @property
    def client(self) -> Client:
        return self.app.test_client()

    def page(self, person: int) -> str:
        return f"/pulse/{self.tokens[person]}"


def answering_in(settings: Settings, stores: Stores, plan: Plan | None = None, **company: int) -> Answering:
    """The first wave opened this morning in a company of forty."""
    running = start(stores, plan=plan, **company)
    wave = running.open_next()
    changed = settings.model_copy(update={"secret_key": SecretStr("a key of the tests, which is long enough")})
    return Answering(create_app(changed, stores, now=running.clock), running, wave, running.tokens(wave))
