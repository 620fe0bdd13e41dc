"""The invitation on paper, for somebody whom no mail reaches."""

from dataclasses import dataclass

from survey.mail.writing.invitation import Invitation, invitation_sheet, terms
from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class SlipWords:
    """What stands on a slip beside name, team and link."""

    language: str
    heading: str
    how: str
    terms: str
    notes: tuple[str, ...]
    sent_by: str


def slip_words(invitation: Invitation) -> SlipWords:
    words = Words(invitation.language)
    sheet = invitation_sheet(invitation)
    return SlipWords(
        language=words.language,
        heading=sheet.heading,
        how=words.say("Point the camera of a phone at the square, or type the address below it into a browser."),
        terms=terms(words, invitation),
        notes=(*(entry.words for entry in sheet.entries), sheet.below_button),
        sent_by=words.say(
            "Printed by Aloft for %(company)s. Questions: %(contact)s",
            company=invitation.company,
            contact=invitation.contact,
        ),
    )
