"""The audit log: it only grows, each entry is bound to the one before, and nobody is in it by name."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from survey.queries import audit as log
from survey.queries.audit import Entry

START = bytes(32)
"""What stands in the place of a hash before the first entry."""

Detail = str | int | bool | None | Sequence["Detail"] | Mapping[str, "Detail"]


class Action(StrEnum):
    """What the log tells of. A word once written is never given another meaning."""

    COMPANY_SET_UP = "company set up"
    ACCOUNT_OPENED = "account opened"
    ACCOUNT_CLOSED = "account closed"
    ROLE_GIVEN = "role given"
    ROLE_TAKEN = "role taken"
    SIGNED_IN = "signed in"
    PROVIDER_LINK_FORGOTTEN = "account at the provider forgotten"
    SESSIONS_ENDED = "all sessions ended"
    TOKEN_MADE = "token made"  # noqa: S105 -- a word of the log
    TOKEN_REVOKED = "token revoked"  # noqa: S105 -- a word of the log
    PEOPLE_IMPORTED = "people imported"
    HISTORY_IMPORTED = "history imported"
    PERSON_ERASED = "person erased"
    ANSWERS_SHOWN = "own answers shown"
    PERSON_SHOWN = "stored data of a person shown"
    PROGRAMME_CREATED = "programme created"
    PROGRAMME_CHANGED = "programme changed"
    WAVE_OPENED = "wave opened"
    WAVE_REFUSED = "wave refused"
    WAVE_CLOSED = "wave closed"
    RELEASE_CORRECTED = "release corrected"
    WAVE_ENDED_EARLY = "wave ended early"
    REMINDERS_ASKED_FOR = "reminders asked for"
    RESTORED = "brought back from a backup"
    EPOCH_ENDED = "epoch ended"
    REPLY_WRITTEN = "reply written"
    MOMENT_ADDED = "moment added"
    MOMENT_CORRECTED = "moment corrected"
    MOMENT_WITHDRAWN = "moment withdrawn"
    SLIPS_PRINTED = "slips printed"
    ALERT_ACKNOWLEDGED = "alert acknowledged"
    COMMENT_WITHHELD = "comment withheld"
    COMMENT_LET_THROUGH = "comment let through after all"
    COMMENTS_PUBLISHED = "comments published"


class PersonalDetail(ValueError):
    """A detail holds what looks like a mail address."""


def record(
    session: Session, *, action: Action, account_id: int | None, details: Mapping[str, Detail], now: datetime
) -> None:
    """Append an entry. `account_id` is who did it; None is the command line or the service itself."""
    _refuse_addresses(details)
    log.wait_for_turn(session)
    last = log.last_entry(session)
    number, previous = (last.number + 1, last.entry_hash) if last else (1, START)
    entry = Entry(number, now.astimezone(UTC), account_id, str(action), dict(details), previous, b"")
    log.append(session, replace(entry, entry_hash=hash_of(entry)))


def hash_of(entry: Entry) -> bytes:
    """SHA-256 of the previous hash and of the entry, written in the one canonical way."""
    told = {
        "number": entry.number,
        "at": entry.at.isoformat(timespec="microseconds"),
        "account": entry.account_id,
        "action": entry.action,
        "details": entry.details,
    }
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(entry.previous_hash + text.encode("ascii")).digest()


def check_chain(session: Session) -> int | None:
    """Number of the first entry that was changed, left out or put in afterwards; None where the chain holds.

    Entries cut off at the end leave a chain that holds: whoever wants to notice keeps the last number and its hash.
    """
    previous = START
    for number, entry in enumerate(log.entries(session), start=1):
        if entry.number != number or entry.previous_hash != previous or entry.entry_hash != hash_of(entry):
            return number
        previous = entry.entry_hash
    return None


def _refuse_addresses(detail: Detail) -> None:
    if isinstance(detail, str):
        if "@" in detail:
            raise PersonalDetail(f"{detail!r}: got a detail with an @; wanted numbers, words and ids")
    elif isinstance(detail, Mapping):
        _refuse_addresses(list(detail))
        _refuse_addresses(list(detail.values()))
    elif isinstance(detail, Sequence):
        for part in detail:
            _refuse_addresses(part)
