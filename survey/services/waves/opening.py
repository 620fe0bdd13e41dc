"""A wave opens: tree and roster are frozen, people invited, mails laid out. Done again, it goes on where it stood."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import answers, invited, people, programme, waves
from survey.queries.invited import Invited
from survey.queries.people import Belonging, Node
from survey.queries.programme import EpochFacts, ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.scheduling.dates import WaveDates, linked_until
from survey.scheduling.moments import closing_moment, opening_moment
from survey.services import audit
from survey.services.closing.end_of_epoch import end_epoch
from survey.services.linking import derive
from survey.services.linking.epoch_key import ensure_key
from survey.services.schedule import plan_of
from survey.services.smallest import SMALLEST_COMPANY
from survey.services.waves.mails import lay_out_mails
from survey.services.waves.roster import place


class Moments(TypedDict):
    """The columns of a wave that are days and moments."""

    opens_on: date
    last_day: date
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """Who could be asked on a day, and the tree they are in."""

    people: list[Belonging]
    tree: Mapping[int, Node]

    @property
    def zones(self) -> set[str]:
        return {one.time_zone for one in self.people}


def open_wave(stores: Stores, *, dates: WaveDates, now: datetime) -> WaveFacts:
    """Open the wave of these dates, or finish opening it. A company below ten people is refused, and it is said so."""
    with stores.company.read() as session:
        plan = programme.current_programme(session)
        if plan is None:
            raise LookupError("no programme runs")
        too_old = _epoch_that_is_too_old(session, plan, dates)
    if too_old is not None:
        end_epoch(stores, too_old, now=now)
    with stores.company.write() as session:
        epoch = _epoch_of(session, plan, dates)
    key = ensure_key(stores, epoch.id)
    with stores.company.write() as session:
        wave = waves.wave_numbered(session, programme=plan.id, number=dates.number)
        if wave is None:
            wave = _make(session, plan, epoch, dates=dates, key=key, now=now)
    if wave.state == "open":
        with stores.answers.write() as session:
            answers.open_gate(session, wave.id)
    return wave


def _epoch_that_is_too_old(session: Session, plan: ProgrammeFacts, dates: WaveDates) -> int | None:
    """The running epoch, if an answer to this wave would be linked for longer than was promised to others in it.

    By plan an epoch ends with its last wave. After a pause, or when a wave was moved, none knew that it was the last.
    """
    last = programme.last_epoch(session, plan.id)
    is_made = waves.wave_numbered(session, programme=plan.id, number=dates.number) is not None
    if last is None or last.closed_at is not None or is_made:
        return None
    return last.id if dates.last_day >= linked_until(plan_of(plan), last.begun_on) else None


def _epoch_of(session: Session, plan: ProgrammeFacts, dates: WaveDates) -> EpochFacts:
    """The epoch that runs, or a new one if the last has ended, by plan or because its key was lost."""
    last = programme.last_epoch(session, plan.id)
    if last is not None and last.closed_at is None:
        return last
    number = 1 if last is None else last.number + 1
    return programme.add_epoch(session, programme=plan.id, number=number, begun_on=dates.opens_on)


def _make(
    session: Session, plan: ProgrammeFacts, epoch: EpochFacts, *, dates: WaveDates, key: bytes, now: datetime
) -> WaveFacts:
    asked = Asked(people.belonging_on(session, dates.opens_on), people.live_tree(session, dates.opens_on))
    moments = _moments(plan, dates, asked, now)
    # Asked too late, or of too few, nobody is: the wave stands in the list all the same, and the log says why.
    is_refused = len(asked.people) < SMALLEST_COMPANY or moments["closes_at"] <= now
    wave = waves.add_wave(
        session,
        state="refused" if is_refused else "open",
        **moments,
        programme_id=plan.id,
        epoch_id=epoch.id,
        number=dates.number,
        is_last_of_epoch=dates.is_last_of_epoch,
        k=plan.k,
        questionnaire=plan.questionnaire,
    )
    details = {"wave": dates.number, "people": len(asked.people)}
    if is_refused:
        audit.record(session, action=audit.Action.WAVE_REFUSED, account_id=None, details=details, now=now)
        return waves.wave(session, wave)
    waves.freeze_tree(session, wave, asked.tree)
    roster = place(asked.people, asked.tree, on=dates.opens_on, epoch_begun_on=epoch.begun_on, k=plan.k)
    waves.freeze_roster(session, wave, roster)
    drawn = _invite(session, wave, plan, asked, key=key)
    lay_out_mails(session, invited=drawn, people=asked.people, dates=dates, hour=plan.hour)
    audit.record(session, action=audit.Action.WAVE_OPENED, account_id=None, details=details, now=now)
    return waves.wave(session, wave)


def _moments(plan: ProgrammeFacts, dates: WaveDates, asked: Asked, now: datetime) -> Moments:
    zones = asked.zones | {plan.home_zone}
    return {
        "opens_on": dates.opens_on,
        "last_day": dates.last_day,
        "opens_at": min(now, opening_moment(dates.opens_on, plan.hour, zones)),
        "closes_at": closing_moment(dates.last_day, zones),
    }


def _invite(session: Session, wave: int, plan: ProgrammeFacts, asked: Asked, *, key: bytes) -> list[Invited]:
    chosen = [
        one.person
        for one in asked.people
        if derive.is_in_sample(key, wave=wave, person=one.person, share=plan.sample_share)
    ]
    drawn = []
    for person in chosen:
        invitation = secrets.token_bytes(16)
        drawn.append(Invited(invitation, person, derive.token_hash(derive.link_token(key, invitation))))
    invited.invite(session, wave, drawn)
    return drawn
