"""The mail to those from whom nothing has come: the invitation once more, and how to stop such mails."""

from dataclasses import dataclass, replace

from survey.mail.headers import unsubscribe_headers
from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.invitation import Invitation, invitation_sheet, terms
from survey.mail.writing.note import with_note
from survey.mail.writing.paper import as_letter
from survey.mail.writing.sheet import Link, Sheet
from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder of an invitation. `unsubscribe_link` takes a POST as well as a visit."""

    invitation: Invitation
    unsubscribe_link: str


def write_reminder(reminder: Reminder, to: str, *, key: str, domain: str) -> Letter:
    """The reminder to one person; `key` is its business key, `domain` the sender's."""
    headers = unsubscribe_headers(reminder.unsubscribe_link, reminder.invitation.contact)
    sheet = _sheet(reminder)
    return with_note(as_letter(sheet, to, identity=message_id("reminder", key, domain), headers=headers), sheet)


def _sheet(reminder: Reminder) -> Sheet:
    invitation = reminder.invitation
    invited = invitation_sheet(invitation)
    words = Words(invitation.language)
    stop = Link(words.say("Stop reminders (the invitations still come)"), reminder.unsubscribe_link)
    return replace(
        invited,
        subject=words.say(
            "Reminder: %(month)s pulse, open until %(day)s",
            month=words.month(invitation.month),
            day=words.day(invitation.last_day),
        ),
        lead=(words.say("The questions are still open, for those who want to answer."), terms(words, invitation)),
        links=(*invited.links, stop),
        closing=(
            words.say("A program sends this mail wherever no answer has arrived. Nobody is told who has answered."),
            *invited.closing,
        ),
    )
