"""After the close: somebody reads the comments, without a word on where they come from, and withholds some."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NotPossible
from survey.models.answers import REASONS
from survey.queries import comments, moderated, programme, releases, waves
from survey.queries.audit import wait_for_turn
from survey.queries.comments import Publication
from survey.queries.waves import WaveFacts
from survey.services import audit
from survey.services.comments.blocks import Enough
from survey.services.programme import By

State = Literal["not closed", "too few", "waits", "published"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A comment as a moderator sees it; `reason` is "" unless it is withheld."""

    id: bytes
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Moderation:
    """What waits of a wave. `mark` changes with every decision: who publishes has seen what is published."""

    wave: WaveFacts
    state: State
    enough: Enough
    publication: Publication | None = None
    waiting: tuple[Waiting, ...] = ()

    @property
    def n_withheld(self) -> int:
        return sum(1 for one in self.waiting if one.reason)

    @property
    def mark(self) -> str:
        return mark_of(self.waiting)


class _Stored(Protocol):
    @property
    def id(self) -> bytes: ...
    @property
    def text(self) -> str: ...
    @property
    def reason(self) -> str: ...


def mark_of(waiting: Iterable[_Stored]) -> str:
    """Over the texts that are let through: an erased or withheld comment gives another mark."""
    found = hashlib.sha256()
    for one in waiting:
        if not one.reason:
            found.update(one.id + hashlib.sha256(one.text.encode()).digest())
    return found.hexdigest()[:32]


def moderation(stores: Stores, number: int) -> Moderation | None:
    """None where there is no such wave. Where too few wrote, nobody reads what they wrote."""
    with stores.company.read() as session:
        wave = waves.newest_numbered(session, number)
        if wave is None:
            return None
        published = comments.publication(session, wave.id)
        release, enough = releases.of_wave(session, wave.id), Enough.of(max(wave.k, programme.largest_k(session)))
    if published is not None:
        return Moderation(wave, "published", enough, published)
    if wave.state != "closed" or release is None:
        return Moderation(wave, "not closed", enough)
    with stores.answers.read() as session:
        found = moderated.written(session, wave.id)
    if not enough.holds(release.n_answered or 0, len(found)):
        return Moderation(wave, "too few", enough)
    return Moderation(wave, "waits", enough, waiting=tuple(Waiting(one.id, one.text, one.reason) for one in found))


def decide(stores: Stores, number: int, wanted: Mapping[bytes, str], *, by: By) -> int:
    """Withhold each comment for its reason, or let it through where that is ""; how many decisions are new."""
    now = moderation(stores, number)
    if now is None or now.state != "waits":
        raise NotPossible(f"the comments of wave {number} do not wait to be read: nothing was changed")
    stands = {one.id: one.reason for one in now.waiting}
    changed = {one: reason for one, reason in wanted.items() if one in stands and stands[one] != reason}
    if unknown := {reason for reason in changed.values() if reason not in ("", *REASONS)}:
        raise NotPossible(f"{', '.join(sorted(unknown))!r}: got an unknown reason; wanted one of {', '.join(REASONS)}")
    with stores.company.write() as session:
        _still_unpublished(session, now.wave)
        for reason in changed.values():
            _record(session, now.wave, reason, by=by)
        _write(stores, now.wave, changed)
    return len(changed)


def _still_unpublished(session: Session, wave: WaveFacts) -> None:
    """Who decides and who publishes wait for each other at the end of the audit log."""
    wait_for_turn(session)
    if comments.publication(session, wave.id) is not None:
        raise NotPossible(f"the comments of wave {wave.number} were published meanwhile: nothing was changed")


def _write(stores: Stores, wave: WaveFacts, changed: Mapping[bytes, str]) -> None:
    with stores.answers.write() as session:
        for comment, reason in changed.items():
            if reason:
                moderated.withhold(session, comment, wave=wave.id, reason=reason)
            else:
                moderated.let_through(session, comment)


def _record(session: Session, wave: WaveFacts, reason: str, *, by: By) -> None:
    action = audit.Action.COMMENT_WITHHELD if reason else audit.Action.COMMENT_LET_THROUGH
    details: dict[str, audit.Detail] = {"wave": wave.number, "reason": reason} if reason else {"wave": wave.number}
    audit.record(session, action=action, account_id=by.account, details=details, now=by.now)
