"""HR's watch list after a close: which mails are laid out. It is never called an alarm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import accounts
from survey.queries.releases import ReleaseFacts, Told
from survey.queries.work import NewMail
from survey.services.release import reading
from survey.services.release.reader import Reader
from survey.services.rights import Role

MAIL = "watch_list"
HR = Reader(sees_all=True, sees_watch_list=True)


@dataclass(frozen=True, slots=True)
class Listed:
    """The watch list of a release: what is new on it, what stood there before, and what does no more."""

    new: list[Told]
    kept: list[Told]
    gone: list[Told]


def digests(session: Session, facts: ReleaseFacts, told: Sequence[Told], *, now: datetime) -> list[NewMail]:
    """One for each HR account; none where nothing is on the list and nothing left it."""
    listed = compare(told, told_before(session, facts))
    has_bands = bool((facts.health or {}).get("cohorts"))
    if not (listed.new or listed.kept or listed.gone or has_bands):
        return []
    key = f"{MAIL}:{facts.number}"
    to = accounts.reachable(session, (Role.HR,))
    return [NewMail(f"{key}:{one}", MAIL, now, {"release": facts.number, "account": one}) for one in to]


def told_before(session: Session, facts: ReleaseFacts) -> Sequence[Told]:
    """What the newest release of the wave before told."""
    found = reading.of_waves(session)
    earlier = reading.before(found, facts)
    return () if earlier is None else reading.told(session, reading.open_release(session, earlier, HR))


def compare(told: Iterable[Told], before: Iterable[Told]) -> Listed:
    now, then = _watched(told), _watched(before)
    return Listed(
        new=[one for key, one in now.items() if key not in then],
        kept=[one for key, one in now.items() if key in then],
        gone=[one for key, one in then.items() if key not in now],
    )


def _watched(told: Iterable[Told]) -> dict[tuple[int, str, str, int], Told]:
    found = [one for one in told if one.list == "watch"]
    return {(one.unit_id, one.principle, one.direction, one.told_in): one for one in found}
