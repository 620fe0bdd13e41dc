"""Mails as they will look: written to be read by HR, and sent to nobody but them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.mail.letter import Letter
from survey.mail.writing.invitation import Invitation, Reply, write_invitation
from survey.mail.writing.reminder import Reminder, write_reminder
from survey.mail.writing.sign_in import SignIn, write_sign_in
from survey.queries import people, work
from survey.queries.work import NewMail
from survey.services.coming import coming_wave

KIND = "trial"
MINUTES = 1
"""An answer takes about one."""
EXAMPLE = "name@company.example"
DOMAIN = "company.example"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are, and in which language a mail is looked at."""

    base_url: str
    language: str

    def preview(self, page: str = "") -> str:
        return f"{self.base_url}/manage/preview/{self.language}{page}"


def queue_trial(session: Session, *, account: int, language: str, now: datetime) -> None:
    """Have a trial sent to whoever asks, once in a minute: a second press of the button is no second wish."""
    details = {"account": account, "language": language}
    work.put(session, [NewMail(f"{KIND}:{account}:{language}:{now:%Y-%m-%dT%H:%M}", KIND, now, details)])


def trial_invitation(session: Session, place: Place, *, now: datetime) -> Invitation:
    """The invitation to the wave that comes, its links leading to the preview."""
    company = people.company(session)
    if company is None:
        raise NotPossible("no company is set up: run `aloft init --company NAME`")
    coming = coming_wave(session, now=now)
    before = coming.reply
    return Invitation(
        company=company.name,
        language=place.language,
        month=coming.opens_on,
        link=place.preview(),
        minutes=MINUTES,
        last_day=coming.last_day,
        k=coming.k,
        contact=company.contact,
        method_link=f"{place.base_url}/method?lang={place.language}",
        reply=Reply(before.heard, before.done, before.not_done) if before else None,
    )


def example_letter(session: Session, kind: str, place: Place, *, now: datetime) -> Letter:
    """A mail of this kind ("invitation", "reminder", "sign_in") as it will look."""
    invitation = trial_invitation(session, place, now=now)
    if kind == "invitation":
        return write_invitation(invitation, EXAMPLE, key=kind, domain=DOMAIN)
    if kind == "reminder":
        return write_reminder(Reminder(invitation, place.preview("/reminders")), EXAMPLE, key=kind, domain=DOMAIN)
    sign_in = SignIn(invitation.company, place.language, f"{place.base_url}/sign-in", invitation.contact)
    return write_sign_in(sign_in, EXAMPLE, key=kind, domain=DOMAIN)
