"""Other programs are told that a wave has closed: laid out with its release, sent once everybody may read it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import people, waves, work
from survey.queries.releases import ReleaseFacts
from survey.queries.work import NewJob
from survey.services.hooks import Channels, HookFault, Message
from survey.services.hooks.channels import WAVE
from survey.services.hooks.message import signed, written

KIND = "wave_hook"
SCHEMA = "aloft.wave/1"
EVENTS = {"closed": "wave.closed", "corrected": "wave.corrected"}
"""By the kind of the release."""

Details = Mapping[str, Any]


def lay_out(session: Session, facts: ReleaseFacts, *, wave: int, now: datetime) -> None:
    """In the transaction of the release. What it says is fixed here, so that every try of it says the same."""
    delivery = f"release:{facts.number}:webhook"
    details = {
        "wave_id": facts.wave_id,
        "delivery": delivery,
        "event": EVENTS[facts.kind],
        "wave": wave,
        "version": facts.version,
        "asked": facts.n_asked,
        "answered": facts.n_answered,
    }
    work.put(session, [NewJob(delivery, KIND, now, details)])


def announce(stores: Stores, channels: Channels, details: Details, *, clock: Callable[[], datetime]) -> None:
    """Raises `HookFault` where the message was not taken; it is tried again then."""
    if channels.hook(WAVE) is None:
        return
    with stores.company.read() as session:
        if waves.wave(session, details["wave_id"]).state != "closed":
            raise HookFault("the wave has its release and is not closed yet")
        company = people.company(session)
    body = _body(details, company.name if company else "", channels.settings.base_url.rstrip("/"))
    channels.send(WAVE, _message(body, channels, clock()))


def trial(channels: Channels, *, now: datetime) -> Message:
    """What proves that the hook works."""
    return _message({"schema": SCHEMA, "delivery": "test", "test": True}, channels, now)


def _body(details: Details, company: str, base_url: str) -> dict[str, Any]:
    wave = details["wave"]
    return {
        "schema": SCHEMA,
        "delivery": details["delivery"],
        "test": False,
        "event": details["event"],
        "company": company,
        "wave": wave,
        "version": details["version"],
        "asked": details["asked"],
        "answered": details["answered"],
        "url": f"{base_url}/results",
        "release_url": f"{base_url}/api/v1/waves/{wave}/release",
    }


def _message(body: dict[str, Any], channels: Channels, now: datetime) -> Message:
    return signed(written(body), secret=channels.secret, now=now, headers={"Aloft-Delivery": body["delivery"]})
