"""The mail somebody in HR sends to themselves: the invitation as it will look, marked as a trial."""

from dataclasses import replace

from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.invitation import Invitation, invitation_sheet
from survey.mail.writing.note import with_note
from survey.mail.writing.paper import as_letter
from survey.mail.writing.words import Words


def write_trial(invitation: Invitation, to: str, *, key: str, domain: str) -> Letter:
    """The trial of an invitation, whose link leads to a preview; `key` is its business key, `domain` the sender's."""
    words = Words(invitation.language)
    sheet = invitation_sheet(invitation)
    marked = replace(
        sheet,
        subject=words.say("Trial: %(subject)s", subject=sheet.subject),
        notice=words.say("Trial: this is how the invitation looks. It went to this address alone, and invites nobody."),
    )
    return with_note(as_letter(marked, to, identity=message_id("trial", key, domain)), marked)
