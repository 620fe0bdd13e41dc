"""The mail of `aloft alert test`: it shows that alerts arrive, and is none."""

from survey.mail.letter import Letter
from survey.mail.writing.note import with_note
from survey.mail.writing.paper import as_letter
from survey.mail.writing.sheet import Link, Sheet
from survey.mail.writing.words import Words


def write_alert_trial(company: str, language: str, to: str, *, base_url: str, identity: str) -> Letter:
    words = Words(language)
    sheet = Sheet(
        language=words.language,
        company=company,
        subject=words.say("Test: alerts arrive here"),
        heading=words.say("Alerts arrive here"),
        lead=(words.say("This is a test of the way that alerts take. Nothing was found."),),
        button=Link(words.say("Open Aloft"), f"{base_url}/"),
        closing=(words.say("Sent by Aloft for %(company)s, because somebody asked for a test.", company=company),),
    )
    return with_note(as_letter(sheet, to, identity=identity), sheet)
