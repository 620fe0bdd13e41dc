"""What the company said about its waves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from survey.models.company.waves import Reply, Wave


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    heard: str
    done: str
    not_done: str


def write_reply(session: Session, *, wave: int, reply: ReplyFacts, account: int | None, now: datetime) -> None:
    texts = {"heard": reply.heard, "done": reply.done, "not_done": reply.not_done}
    session.merge(Reply(wave_id=wave, written_at=now, account_id=account, **texts))
    session.flush()


# Made once, as a page of results takes longer to put such statements together than to ask them.
_REPLY = select(Reply.heard, Reply.done, Reply.not_done).where(Reply.wave_id == bindparam("wave"))


def reply_to(session: Session, wave: int) -> ReplyFacts | None:
    row = session.execute(_REPLY, {"wave": wave}).one_or_none()
    return None if row is None else ReplyFacts(*row)


def replied(session: Session) -> set[int]:
    """Waves that have a reply, by id."""
    return set(session.scalars(select(Reply.wave_id)))


def reply_before(session: Session, *, programme: int, number: int) -> ReplyFacts | None:
    """The reply to the last wave before this one in which anybody was asked; None if it got none."""
    last = session.scalar(
        select(Wave.id)
        .where(Wave.programme_id == programme, Wave.number < number, Wave.state != "refused")
        .order_by(Wave.number.desc())
        .limit(1)
    )
    return None if last is None else reply_to(session, last)
