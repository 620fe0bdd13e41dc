"""Releases hang together: each is written once, and its hash covers it and the one before."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.queries import releases
from survey.queries.releases import Body, Level, Parts, ReleaseFacts, Row, Told

START = bytes(32)
"""What stands in the place of a hash before the first release."""

LATER = frozenset({"health", "now"})
"""What releases made before these were known do not have: it enters the hash where it is."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A release before it has its place in the chain."""

    wave_id: int | None
    version: int
    kind: str
    label: str
    measured_on: date
    k: int
    n_asked: int | None
    n_answered: int | None
    spread: dict[str, float]
    certificate: dict[str, Any]
    body: Body
    health: dict[str, Any] | None = None


def publish(session: Session, contents: Contents, *, now: datetime) -> ReleaseFacts:
    """Write the release at the end of the chain."""
    last = releases.last(session)
    number, previous = (last.number + 1, last.entry_hash) if last else (1, START)
    parts = {name: getattr(contents, name) for name in Contents.__slots__ if name != "body"}
    facts = ReleaseFacts(number=number, made_at=now.astimezone(UTC), previous_hash=previous, entry_hash=b"", **parts)
    facts = replace(facts, entry_hash=hash_of(facts, contents.body))
    releases.add(session, facts, contents.body)
    return facts


def hash_of(facts: ReleaseFacts, body: Body) -> bytes:
    """SHA-256 of the previous hash, the release and all that belongs to it, each written in the one canonical way."""
    found = hashlib.sha256(facts.previous_hash)
    head = {name: value for name, value in asdict(facts).items() if not name.endswith("_hash")}
    head |= {"measured_on": facts.measured_on.isoformat(), "made_at": facts.made_at.isoformat(timespec="microseconds")}
    lines: list[Row | Told | Level | Parts] = [*body.rows, *body.told, *body.levels, *body.parts]
    for part in (head, *map(asdict, lines)):
        written = {name: value for name, value in part.items() if value is not None or name not in LATER}
        text = json.dumps(written, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
        found.update(text.encode("ascii") + b"\n")
    return found.digest()


def check_chain(session: Session) -> int | None:
    """Number of the first release that is not what it was; None where all are."""
    previous = START
    for at, facts in enumerate(releases.chain(session), start=1):
        found = hash_of(facts, releases.body(session, facts.number))
        if facts.number != at or facts.previous_hash != previous or facts.entry_hash != found:
            return at
        previous = facts.entry_hash
    return None
