"""Whose link the demo hands out: somebody of the made-up company who has not answered yet."""

from dataclasses import dataclass
from datetime import date, datetime

from survey.db import Stores
from survey.queries import invitations, invited, waves
from survey.services.answering.link import Link, stored
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Guest:
    """A link into the wave that is open, and what there is to say of the company."""

    company: str
    n_asked: int
    wave: int
    last_day: date
    token: str


def guest_of(stores: Stores, *, now: datetime) -> Guest:
    """The first who reads English and has not answered; if all have, the first."""
    with stores.company.read() as session:
        wave = next(one for one in waves.open_waves(session) if one.closes_at > now)
        asked = invitations.all_opened(session, wave.id)
        ids = {one.person: one.id for one in invited.invitations(session, wave.id)}
    key = key_of(stores, wave.epoch)
    readers = [one for one in asked if one.language == LANGUAGE] or asked
    chosen = next((one for one in readers if not stored(stores, Link(one, key))[0]), readers[0])
    token = derive.link_token(key, ids[chosen.person])
    return Guest(chosen.company, len(asked), wave.number, wave.last_day, token)
