"""The jobs of the calendar: waves open and close, epochs end, and once a day it is noted how many have answered."""

from datetime import datetime

from survey.db import Stores
from survey.jobs.handlers import Details, Steps
from survey.services.by_hand import open_due
from survey.services.closing.close import close_wave
from survey.services.closing.end_of_epoch import end_epoch
from survey.services.waves.so_far import note_answered_so_far


def _open(stores: Stores, _details: Details, now: datetime) -> None:
    open_due(stores, now=now)


def _close(stores: Stores, details: Details, now: datetime) -> None:
    close_wave(stores, details["wave"], now=now)


def _end_epoch(stores: Stores, details: Details, now: datetime) -> None:
    end_epoch(stores, details["epoch"], now=now)


def _note(stores: Stores, details: Details, now: datetime) -> None:
    note_answered_so_far(stores, details["wave"], now=now)


HANDLERS = {
    "open_wave": Steps(_open),
    "close_wave": Steps(_close),
    "end_epoch": Steps(_end_epoch),
    "note_answered": Steps(_note),
}
