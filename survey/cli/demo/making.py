"""The made-up company is made: beside its place, and moved there when it is whole."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from survey.cli.demo.house import MADE_OF, opened, recipe, settings_in
from survey.config import Settings
from survey.db import Stores
from survey.jobs.wiring import build_worker
from survey.queries.waves import WaveFacts
from survey.schema import upgrade_all
from survey.secret import make_secret
from survey.services.living.live import live
from survey.services.living.months import hours_between, months_until


def make(folder: Path, *, port: int, now: datetime, tell: Callable[[str], None]) -> None:
    """Make the company. Whoever is stopped half-way leaves no half of one behind."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    os.umask(0o077)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as draft:
        whole = Path(draft) / "whole"
        settings = settings_in(whole, port=port)
        make_secret(settings.secret_file)
        with opened(settings) as stores:
            upgrade_all(stores)
            moments = [now]
            worker = build_worker(settings, stores, clock=lambda: moments[-1])

            def work(moment: datetime) -> None:
                moments.append(moment)
                worker.run_all()

            wave = live(stores, months_until(now), tell=tell, work=work)
            tell("Invitations and reminders go out")
            _post(settings, stores, wave, now=now)
        (whole / MADE_OF).write_text(json.dumps(recipe()), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        whole.replace(folder)


def _post(settings: Settings, stores: Stores, wave: WaveFacts, *, now: datetime) -> None:
    """Let the worker live through the days since the opening, so that each mail bears its own hour."""
    moment = wave.opens_at
    worker = build_worker(settings, stores, clock=lambda: moment)
    for moment in hours_between(wave.opens_at, now):  # noqa: B007 -- the clock above reads it
        worker.run_all()
