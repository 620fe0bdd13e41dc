"""Killed at any moment between close and last delivery: an alert is raised once, and delivered at least once."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import numpy as np

from survey.config import Settings
from survey.db import Stores
from survey.mail.mailbox import list_mails
from survey.queries import releases
from tests.serving import environment
from tests.survey.services.alerting.waves import Months, begun
from tests.survey.services.hooks.servers import OK, PEM, Server, says, serving

PROGRAM = """
from datetime import datetime
from survey.config import Settings
from survey.db import open_stores
from survey.jobs.wiring import build_worker
from survey.queries import releases, waves
from tests.survey.services.alerting.waves import Months, fall
from tests.survey.web.programme.scenes import Scene
settings = Settings()
stores = open_stores(settings)
now = datetime.fromisoformat({now!r})
months = Months(stores, Scene(stores, 1, []), number=2, now=now)
with stores.company.read() as session:
    last = waves.waves_of(session, 1)[-1]
    is_published = releases.of_wave(session, last.id) is not None
if not is_published:
    months.publish(fall(told_in=2), kind="last")
build_worker(settings, stores, clock=lambda: now).run_all()
"""
ROOT = Path(__file__).parents[2]
KILLS = 6


def started(settings: Settings, folder: Path, server: Server, months: Months) -> subprocess.Popen[bytes]:
    months.now += timedelta(minutes=20)  # what the one before had in its hand is free again
    hook = f"https://localhost:{server.port}/hook"
    changed = {
        "ALOFT_MAIL_FOLDER": str(folder),
        "ALOFT_ALERT_SLACK_URL": hook,
        "ALOFT_ALERT_WEBHOOK_URL": hook,
        "ALOFT_TEAMS_WORKFLOW_URL": hook,
        "ALOFT_WAVE_WEBHOOK_URL": hook,
        "ALOFT_ALERT_WEBHOOK_SECRET": "s" * 32,
        "ALOFT_HOOKS_MAY_BE_PRIVATE": "true",
        "SSL_CERT_FILE": str(PEM),
    }
    program = PROGRAM.format(now=months.now.isoformat())
    env = {**os.environ, **environment(settings), **changed}
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=env)


def test_an_alert_is_raised_once_and_delivered_at_least_once(
    settings: Settings, stores: Stores, tmp_path: Path
) -> None:
    months, folder = begun(stores), tmp_path / "mails"
    months.publish()
    months.close_unpublished()
    rng = np.random.default_rng(20260101)
    with serving(says(OK)) as server:
        for _ in range(KILLS):
            process = started(settings, folder, server, months)
            time.sleep(float(rng.uniform(0.5, 3.0)))
            process.kill()
            process.wait()
        assert started(settings, folder, server, months).wait(120) == 0

        assert_told_once(months, folder, server)


def assert_told_once(months: Months, folder: Path, server: Server) -> None:
    sent = Counter(match[1] for one in server.requests if (match := re.search(rb"Aloft-Delivery: (\S+)", one)))
    chat = [one for one in server.requests if b'{"text"' in one]
    cards = [one for one in server.requests if b'"AdaptiveCard"' in one]
    with months.stores.company.read() as session:
        release = releases.of_wave(session, months.wave_id)

    assert release
    assert release.version == 1
    assert [alert.kind for alert in months.alerts] == ["alarm"]
    assert [one.to for one in list_mails(folder)] == ["ceo@meridian.example"]
    assert set(sent) == {b"alert:1:webhook", b"release:1:webhook", b"release:2:webhook"}
    assert all(b"Aloft-Alert: 1" in one for one in (*chat, *cards))
    assert chat
    assert cards
