"""What a program that watches the service learns, and who is one."""

from datetime import timedelta

import pytest
from flask import Flask
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.queries import work
from survey.queries.work import NewJob, NewMail
from tests.survey.company import NOW
from tests.survey.releases import publish_and_tell
from tests.survey.web.conftest import SECRET
from tests.survey.web.programme.scenes import between_waves

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}
TOKEN = "t" * 32


def numbers(app: Flask) -> dict[str, float]:
    lines = app.test_client().get("/metrics").text.splitlines()
    return {name: float(value) for name, value in (line.split() for line in lines if not line.startswith("#"))}


def test_a_service_at_rest_has_nothing_waiting(app: Flask) -> None:
    assert set(numbers(app).values()) == {0.0}


def test_what_waits_is_told_by_its_age_and_not_by_its_number(app: Flask, stores: Stores) -> None:
    since = NOW - timedelta(minutes=7)
    with stores.company.write() as session:
        work.put(session, [NewJob("a", "close_wave", since, {}), NewMail("b", "alert", NOW - timedelta(minutes=2), {})])
        work.put(session, [NewJob("c", "close_wave", NOW + timedelta(hours=1), {})])
    found = numbers(app)

    assert (found["aloft_oldest_job_seconds"], found["aloft_oldest_mail_seconds"]) == (420, 120)


def test_releases_and_alerts_are_counted(app: Flask, stores: Stores) -> None:
    publish_and_tell(stores, between_waves(stores))

    assert (numbers(app)["aloft_releases"], numbers(app)["aloft_open_alerts"]) == (1, 1)


@pytest.mark.parametrize("passed_on", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_from_elsewhere_it_is_no_page(app: Flask, passed_on: str) -> None:
    client = app.test_client()

    assert client.get("/metrics", environ_base=ELSEWHERE).status_code == 404
    assert client.get("/metrics", headers={passed_on: "192.0.2.7"}).status_code == 404


@pytest.mark.parametrize(("token", "given", "status"), [(TOKEN, TOKEN, 200), (TOKEN, "x" * 32, 404), ("", "", 404)])
def test_a_token_opens_it_from_anywhere(
    settings: Settings, stores: Stores, token: str, given: str, status: int
) -> None:
    with_token = settings.model_copy(update={"secret_key": SECRET, "metrics_token": SecretStr(token)})
    client = create_app(with_token, stores, now=lambda: NOW).test_client()
    answer = client.get("/metrics", environ_base=ELSEWHERE, headers={"Authorization": f"Bearer {given}"})

    assert answer.status_code == status
