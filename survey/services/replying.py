"""The company answers a wave: what was heard, what is done, what is not done and why."""

from dataclasses import dataclass, fields

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.queries import replies, waves
from survey.queries.replies import ReplyFacts
from survey.queries.waves import WaveFacts
from survey.services import audit
from survey.services.programme import By

LONGEST_TEXT = 1_000
"""Characters of each of the three texts: they are read on a phone, before the questions."""

NAMES = {"heard": "what was heard", "done": "what is done", "not_done": "what is not done"}


@dataclass(frozen=True, slots=True)
class Missing:
    """What keeps a reply from being kept: the text it is about, and what is wanted."""

    text: str
    wanted: str


def tidy(heard: str, done: str, not_done: str) -> ReplyFacts:
    """The texts as they are kept: one kind of line end, no space around, no character that is none."""
    return ReplyFacts(*("\n".join(text.replace("\0", "").strip().splitlines()) for text in (heard, done, not_done)))


def faults_of(reply: ReplyFacts) -> list[Missing]:
    found = [
        Missing(name, f"{NAMES[name]}: got {length:,} characters; wanted {LONGEST_TEXT:,} at most")
        for name in NAMES
        if (length := len(getattr(reply, name))) > LONGEST_TEXT
    ]
    if not reply.heard:
        found.append(Missing("heard", f"{NAMES['heard']}: got nothing; wanted a sentence at least"))
    if not reply.done and not reply.not_done:
        found.append(Missing("done", "got neither what is done nor what is not done; wanted one of the two at least"))
    return found


def write_reply(session: Session, *, wave: WaveFacts, reply: ReplyFacts, by: By) -> None:
    """Keep the reply to a closed wave. It can be changed until the next wave has opened with it."""
    if why := why_not(session, wave):
        raise NotPossible(why)
    if missing := faults_of(reply):
        raise NotPossible(missing[0].wanted)
    replies.write_reply(session, wave=wave.id, reply=reply, account=by.account, now=by.now)
    # The texts stay out of the log, which is never shortened.
    details = {"wave": wave.number, **{one.name: len(getattr(reply, one.name)) for one in fields(reply)}}
    audit.record(session, action=audit.Action.REPLY_WRITTEN, account_id=by.account, details=details, now=by.now)


def why_not(session: Session, wave: WaveFacts) -> str:
    """Why no reply can be written to this wave, now; empty if one can."""
    return why_not_before(wave, last=waves.last_number(session, wave.programme))


def why_not_before(wave: WaveFacts, *, last: int) -> str:
    """The same, where the last wave of the programme that was opened is known."""
    if wave.state == "refused":
        return f"wave {wave.number} was refused: nobody was asked"
    if wave.state != "closed":
        return f"wave {wave.number} is open: the reply is written when it has closed"
    if last > wave.number:
        return f"the wave after it has opened: the reply to wave {wave.number} stays as it is"
    return ""
