"""The mail that asks: what, why, until when, who sees what, and what came of the last time."""

from dataclasses import dataclass
from datetime import date

from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.note import with_note
from survey.mail.writing.paper import as_letter
from survey.mail.writing.sheet import Entry, Link, Section, Sheet
from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class Reply:
    """What the company said about the last wave, in its own words; what is empty is left out."""

    heard: str
    done: str
    not_done: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person's invitation: `link` is the person's own, `method_link` the page for everybody.

    `why` is the company's own sentence, or "" for the usual one; `contact` answers questions.
    """

    company: str
    language: str
    month: date
    link: str
    minutes: int
    last_day: date
    k: int
    contact: str
    method_link: str
    why: str = ""
    reply: Reply | None = None


def write_invitation(invitation: Invitation, to: str, *, key: str, domain: str) -> Letter:
    """The invitation to one person; `key` is its business key, `domain` the sender's."""
    identity = message_id("invitation", key, domain)
    sheet = invitation_sheet(invitation)
    return with_note(as_letter(sheet, to, identity=identity), sheet)


def invitation_sheet(invitation: Invitation) -> Sheet:
    words = Words(invitation.language)
    month, day = words.month(invitation.month), words.day(invitation.last_day)
    why = invitation.why or words.say("Short questions about how we learn, listen to customers and share the say.")
    return Sheet(
        language=words.language,
        company=invitation.company,
        subject=words.say("%(month)s pulse, open until %(day)s", month=month, day=day),
        heading=words.say("%(month)s pulse", month=month),
        lead=(why, terms(words, invitation)),
        button=Link(words.say("Open the questions"), invitation.link),
        below_button=words.say(
            "The link is meant for one person; please do not pass it on. "
            "Until the last day it also serves to change or withdraw the answers."
        ),
        entries=(who_sees_what(words, invitation.k),),
        section=last_time(words, invitation.reply),
        links=(Link(words.say("How this works, and the limits that remain"), invitation.method_link),),
        closing=(sent_by(words, invitation.company, invitation.contact),),
    )


def terms(words: Words, invitation: Invitation) -> str:
    return words.count(
        "About a minute, until %(day)s. Voluntary: not answering has no consequence.",
        "About %(number)s minutes, until %(day)s. Voluntary: not answering has no consequence.",
        invitation.minutes,
        day=words.day(invitation.last_day),
    )


def who_sees_what(words: Words, k: int) -> Entry:
    said = words.say(
        "Names are not stored with answers, scores are shown for groups of %(k)s or more, and everyone sees the same "
        "company numbers as the chief executive.",
        k=k,
    )
    return Entry(words.say("Who sees what"), said)


def last_time(words: Words, reply: Reply | None) -> Section | None:
    if reply is None:
        return None
    told = (
        (words.say("Heard"), reply.heard),
        (words.say("Done"), reply.done),
        (words.say("Not done"), reply.not_done),
    )
    entries = tuple(Entry(label, text.strip()) for label, text in told if text.strip())
    return Section(words.say("After the last round"), entries) if entries else None


def sent_by(words: Words, company: str, contact: str) -> str:
    return words.say(
        "Sent by Aloft for %(company)s. Questions about this mail: %(contact)s", company=company, contact=contact
    )
