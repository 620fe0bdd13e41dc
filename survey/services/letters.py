"""Mails of the outbox become letters when they leave: what is not needed any more becomes none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import KeyIsLost
from survey.mail.letter import Letter
from survey.mail.writing.invitation import Invitation, Reply, write_invitation
from survey.mail.writing.reminder import Reminder, write_reminder
from survey.mail.writing.sign_in import SignIn, write_sign_in
from survey.mail.writing.trial import write_trial
from survey.queries import accounts, answers, invitations, mail_wishes, people, replies
from survey.queries.invitations import Addressed
from survey.queries.people import CompanyFacts
from survey.queries.work import ClaimedMail
from survey.services import sign_in
from survey.services.alerting.letters import WRITERS, Desk
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.stop_reminders import stop_token
from survey.services.trial import MINUTES, Place, trial_invitation


@dataclass(frozen=True, slots=True)
class Letters:
    """Makes letters; `domain` is the sender's."""

    stores: Stores
    clock: Callable[[], datetime]
    secret: bytes
    base_url: str
    domain: str

    def render(self, mail: ClaimedMail) -> Letter | None:
        """None for what need not be sent any more: the wave is over, the answer has come, the link has expired."""
        with self.stores.company.read() as session:
            company = people.company(session)
            if company is None:
                return None
            if mail.kind == "sign_in":
                return self._sign_in(session, mail, company)
            if mail.kind == "trial":
                return self._trial(session, mail)
            if mail.kind in WRITERS:
                return WRITERS[mail.kind](session, mail, Desk(company, self.base_url, self.domain))
            addressed = self._addressed(session, mail)
            if addressed is None:
                return None
            return self._invitation(session, mail, addressed, company)

    def on_refused(self, session: Session, mail: ClaimedMail, text: str) -> None:
        if mail.invitation_id is not None:
            mail_wishes.note_fault(session, mail.invitation_id, text)

    def _addressed(self, session: Session, mail: ClaimedMail) -> Addressed | None:
        if mail.invitation_id is None:
            return None
        found = invitations.addressed(session, mail.invitation_id, now=self.clock())
        if found is None or (mail.kind == "reminder" and not found.wants_reminders):
            return None
        return found

    def _invitation(
        self, session: Session, mail: ClaimedMail, addressed: Addressed, company: CompanyFacts
    ) -> Letter | None:
        opened, invitation_id = addressed.opened, mail.invitation_id or b""
        try:
            key = key_of(self.stores, opened.epoch)
        except KeyIsLost:
            return None
        if mail.kind == "reminder" and self._has_answered(key, wave=opened.wave, person=opened.person):
            return None
        reply = replies.reply_before(session, programme=opened.programme, number=opened.number)
        invitation = Invitation(
            company=company.name,
            language=opened.language,
            month=opened.opens_on,
            link=f"{self.base_url}/pulse/{derive.link_token(key, invitation_id)}",
            minutes=MINUTES,
            last_day=opened.last_day,
            k=opened.k,
            contact=company.contact,
            method_link=f"{self.base_url}/method",
            reply=None if reply is None else Reply(reply.heard, reply.done, reply.not_done),
        )
        if mail.kind == "invitation":
            return write_invitation(invitation, addressed.mail, key=mail.business_key, domain=self.domain)
        stop = f"{self.base_url}/reminders/{opened.person}/{stop_token(self.secret, opened.person)}"
        return write_reminder(Reminder(invitation, stop), addressed.mail, key=mail.business_key, domain=self.domain)

    def _has_answered(self, key: bytes, *, wave: int, person: int) -> bool:
        response = derive.response_id(key, wave=wave, person=person)
        with self.stores.answers.look() as session:
            return answers.are_stored(session, response, b"")[0]

    def _sign_in(self, session: Session, mail: ClaimedMail, company: CompanyFacts) -> Letter | None:
        link_id = bytes.fromhex(mail.details["link"])
        data = sign_in.sign_in_letter_data(session, link_id, self.secret, now=self.clock())
        if data is None:
            return None
        link = f"{self.base_url}/sign-in/{data.token}"
        minutes = int(sign_in.LINK_LASTS.total_seconds() // 60)
        letter = SignIn(company.name, data.language, link, company.contact, minutes)
        return write_sign_in(letter, data.address, key=mail.business_key, domain=self.domain)

    def _trial(self, session: Session, mail: ClaimedMail) -> Letter | None:
        """What HR sends to itself; it invites nobody, and its link leads to the preview."""
        address = accounts.address_of(session, mail.details["account"])
        if address is None:
            return None
        place = Place(self.base_url, mail.details["language"])
        invitation = trial_invitation(session, place, now=self.clock())
        return write_trial(invitation, address, key=mail.business_key, domain=self.domain)
