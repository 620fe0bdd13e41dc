"""The mail that lets somebody in: a link that works once, for a short time."""

from dataclasses import dataclass

from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.invitation import sent_by
from survey.mail.writing.paper import as_letter
from survey.mail.writing.sheet import Link, Sheet
from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class SignIn:
    """A link to sign in with, and for how many minutes it works."""

    company: str
    language: str
    link: str
    contact: str
    minutes: int = 10


def write_sign_in(sign_in: SignIn, to: str, *, key: str, domain: str) -> Letter:
    """The link for one account; `key` is its business key, `domain` the sender's."""
    return as_letter(_sheet(sign_in), to, identity=message_id("sign_in", key, domain))


def _sheet(sign_in: SignIn) -> Sheet:
    words = Words(sign_in.language)
    lead = words.count(
        "The link works once, within a minute of this mail.",
        "The link works once, within %(number)s minutes of this mail.",
        sign_in.minutes,
    )
    return Sheet(
        language=words.language,
        company=sign_in.company,
        subject=words.say("Link for signing in to Aloft"),
        heading=words.say("Sign in"),
        lead=(lead,),
        button=Link(words.say("Sign in"), sign_in.link),
        below_button=words.say(
            "It arrived unasked? Then there is nothing to do: without this link nobody gets in, and it soon expires."
        ),
        closing=(sent_by(words, sign_in.company, sign_in.contact),),
    )
