"""Slips of paper with the link of somebody whom no mail reaches, for the wave that is open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NotPossible
from survey.mail.writing.invitation import Invitation
from survey.mail.writing.slip import SlipWords, slip_words
from survey.queries import audit as log
from survey.queries import people, unreached, waves
from survey.queries.people import CompanyFacts, Node, path_upwards
from survey.queries.unreached import Unreached
from survey.queries.waves import WaveFacts
from survey.services import audit
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.trial import MINUTES


@dataclass(frozen=True, slots=True)
class Getter:
    """Who gets a slip; `team` are the names of units below the company, or the company's."""

    person: Unreached
    team: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Getters:
    """Everybody who gets one in the open wave, team by team; and when slips were printed last."""

    wave: WaveFacts
    all: tuple[Getter, ...]
    printed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Slip:
    """Whoever holds it can answer as this person. It is stored nowhere."""

    key: str
    name: str
    team: tuple[str, ...]
    link: str
    words: SlipWords


def getters(session: Session, *, now: datetime) -> Getters | None:
    """None while no wave is open."""
    wave = next((one for one in waves.open_waves(session) if one.state == "open" and one.closes_at > now), None)
    if wave is None:
        return None
    tree = waves.frozen_tree(session, wave.id)
    found = [Getter(one, _team(tree, one.unit)) for one in unreached.unreached(session, wave.id)]
    last = log.last_of(session, audit.Action.SLIPS_PRINTED)
    is_of_wave = last is not None and last.details.get("wave") == wave.number
    return Getters(wave, tuple(sorted(found, key=lambda one: one.team)), last.at if last and is_of_wave else None)


def print_slips(stores: Stores, *, base_url: str, account: int, now: datetime) -> list[Slip]:
    """A slip for each, and an entry in the log. Links are made here, as they are for a mail when it leaves."""
    with stores.company.read() as session:
        found, company = getters(session, now=now), people.company(session)
    if found is None or not found.all or company is None:
        raise NotPossible("there is nothing to print: no wave is open, or mail reaches everybody")
    key = key_of(stores, found.wave.epoch)
    with stores.company.write() as session:
        details: dict[str, audit.Detail] = {"wave": found.wave.number, "slips": len(found.all)}
        audit.record(session, action=audit.Action.SLIPS_PRINTED, account_id=account, details=details, now=now)
    links = [f"{base_url}/pulse/{derive.link_token(key, one.person.invitation)}" for one in found.all]
    return [_slip(one, link, company, found.wave) for one, link in zip(found.all, links, strict=True)]


def _slip(one: Getter, link: str, company: CompanyFacts, wave: WaveFacts) -> Slip:
    invitation = Invitation(
        company=company.name,
        language=one.person.language,
        month=wave.opens_on,
        link=link,
        minutes=MINUTES,
        last_day=wave.last_day,
        k=wave.k,
        contact=company.contact,
        method_link=link,
    )
    return Slip(one.person.key, one.person.name, one.team, link, slip_words(invitation))


def _team(tree: dict[int, Node], unit: int) -> tuple[str, ...]:
    names = [tree[one].name for one in reversed(path_upwards(tree, unit))]
    return tuple(names[1:] or names)
