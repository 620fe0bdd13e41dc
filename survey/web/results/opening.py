"""The release that an address is about, in the hands of whoever asks."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy.orm import Session

from survey.queries.releases import ReleaseFacts
from survey.services.release import reading
from survey.services.release.reader import reader_of
from survey.services.release.reading import Opened
from survey.web.service import service
from survey.web.who import account


@dataclass(frozen=True, slots=True)
class Asked:
    """A wave's release, the one of the wave before, and all of them."""

    opened: Opened
    earlier: ReleaseFacts | None
    releases: tuple[ReleaseFacts, ...]


def asked_for(session: Session, number: int | None = None) -> Asked | None:
    """The release of the wave of this number, or the newest; None before the first. An unknown number is no page."""
    found = reading.of_waves(session)
    if number is None and not found:
        return None
    facts = (found[-1] if number is None else reading.numbered(found, number)) or abort(404)
    asking = account()
    reader = reader_of(session, asking.roles, asking.person_id, on=service().clock().date())
    return Asked(reading.open_release(session, facts, reader), reading.before(found, facts), tuple(found))


def opened_or_404(session: Session, number: int) -> Asked:
    return asked_for(session, number) or abort(404)
