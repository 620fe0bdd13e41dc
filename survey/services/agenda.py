"""What will happen, day by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from survey.scheduling.dates import WaveDates
from survey.services.standing import Standing, dates_of


class Kind(StrEnum):
    """What happens on a day; in the order of one day."""

    OPENS = "opens"
    REMINDER = "reminder"
    LAST_DAY = "last day"
    EPOCH_ENDS = "epoch ends"


@dataclass(frozen=True, slots=True)
class Event:
    """Something happens to a wave; `moved_by` is the holiday that made it open later."""

    day: date
    kind: Kind
    wave: int
    epoch: int
    moved_by: str = ""


def waves_from_now(session: Session, stands: Standing) -> list[WaveDates]:
    """The wave that is open, and those of the next twelve months."""
    still_open = stands.open_row
    return [*([dates_of(session, still_open.wave)] if still_open else []), *stands.ahead]


def agenda(waves: Iterable[WaveDates], *, since: date, until: date) -> list[Event]:
    """Everything from a day until another, which is no longer part of it."""
    found = (event for wave in waves for event in _events(wave))
    return sorted((one for one in found if since <= one.day < until), key=lambda one: (one.day, one.wave))


def _events(wave: WaveDates) -> Iterator[Event]:
    yield Event(wave.opens_on, Kind.OPENS, wave.number, wave.epoch, wave.shifted_by)
    for day in wave.reminders:
        yield Event(day, Kind.REMINDER, wave.number, wave.epoch)
    yield Event(wave.last_day, Kind.LAST_DAY, wave.number, wave.epoch)
    if wave.is_last_of_epoch:
        yield Event(wave.last_day, Kind.EPOCH_ENDS, wave.number, wave.epoch)
