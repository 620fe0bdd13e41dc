"""Each channel proved: a test message is sent through it now, and it is said what came of it."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from survey.mail.addresses import read_sender
from survey.mail.identity import message_id
from survey.mail.letter import Letter, Note
from survey.mail.opening import NoChannel, open_channel
from survey.mail.sending import Channel, Refused, Unreachable
from survey.mail.writing.alert_trial import write_alert_trial
from survey.queries import accounts, people
from survey.services import announcing
from survey.services.alerting.messages import SCHEMA
from survey.services.alerting.proof import Proof, Trial
from survey.services.alerting.proving_people import to_people
from survey.services.chat.card import posted
from survey.services.chat.names import PEOPLE
from survey.services.hooks import HookFault, Message
from survey.services.hooks.channels import SLACK, TEAMS, WAVE, WEBHOOK
from survey.services.hooks.message import JSON_TYPE, signed, written
from survey.services.rights import Role

MAIL = "mail"
ALL = (MAIL, SLACK, TEAMS, WEBHOOK, WAVE, *PEOPLE)
SAID = "Aloft: a test. Alerts will arrive here; this is none."


def prove(session: Session, trial: Trial, wanted: tuple[str, ...]) -> Iterator[Proof]:
    """A line for each channel, and one for each mail and each person."""
    for channel in ALL:
        if channel not in wanted:
            continue
        if channel == MAIL:
            yield from _mails(session, trial)
        elif channel in PEOPLE:
            yield from to_people(trial, channel, _letters(session, trial))
        else:
            yield _hook(trial, channel)


def _mails(session: Session, trial: Trial) -> Iterator[Proof]:
    company, letters = people.company(session), _letters(session, trial)
    if not letters:
        yield Proof(MAIL, "nobody with the role CEO has a mail address", works=False)
        return
    try:
        sending = open_channel(trial.settings, clock=trial.clock, contact=company.contact if company else "")
    except NoChannel as fault:
        yield Proof(MAIL, str(fault), works=False, is_set=False)
        return
    for letter in letters:
        yield _mail(sending, letter, letter.to)
    sending.close()


def _letters(session: Session, trial: Trial) -> list[Letter]:
    company = people.company(session)
    to = [(trial.to, company.language if company else "en")] if trial.to else _ceos(session)
    return [_letter(trial, company.name if company else "", address, language) for address, language in to]


def _ceos(session: Session) -> list[tuple[str, str]]:
    found = (accounts.recipient(session, one, (Role.CEO,)) for one in accounts.reachable(session, (Role.CEO,)))
    return [one for one in found if one is not None]


def _letter(trial: Trial, company: str, address: str, language: str) -> Letter:
    key = f"{address} {trial.clock().isoformat()}"
    identity = message_id("alert_test", key, read_sender(trial.settings.mail_from).domain)
    base_url = trial.settings.base_url.rstrip("/")
    return write_alert_trial(company, language, address, base_url=base_url, identity=identity)


def _mail(sending: Channel, letter: Letter, address: str) -> Proof:
    try:
        sending.send(letter)
    except (Refused, Unreachable) as fault:
        return Proof(MAIL, f"to {address}: {fault}", works=False)
    return Proof(MAIL, f"to {address}: taken by the mail server; whether it arrives, the mail box shows", works=True)


def _hook(trial: Trial, channel: str) -> Proof:
    try:
        is_set = trial.channels.send(channel, _message(trial, channel))
    except HookFault as fault:
        return Proof(channel, str(fault), works=False)
    if not is_set:
        return Proof(channel, "not set", works=False, is_set=False)
    return Proof(channel, "the message was taken", works=True)


def _message(trial: Trial, channel: str) -> Message:
    if channel == SLACK:
        return Message(written({"text": SAID}), JSON_TYPE)
    if channel == TEAMS:
        return Message(written(posted(Note(SAID, (), ()))), JSON_TYPE)
    if channel == WAVE:
        return announcing.trial(trial.channels, now=trial.clock())
    body = written({"schema": SCHEMA, "delivery": "test", "test": True, "text": SAID})
    return signed(body, secret=trial.channels.secret, now=trial.clock(), headers={"Aloft-Delivery": "test"})
