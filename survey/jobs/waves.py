"""The jobs of the calendar: waves open and close."""

from datetime import datetime

from survey.db import Stores
from survey.jobs.handlers import Details, Steps
from survey.services.by_hand import open_due
from survey.services.closing.close import close_wave


def _open(stores: Stores, _details: Details, now: datetime) -> None:
    open_due(stores, now=now)


def _close(stores: Stores, details: Details, now: datetime) -> None:
    close_wave(stores, details["wave"], now=now)


HANDLERS = {"open_wave": Steps(_open), "close_wave": Steps(_close)}
