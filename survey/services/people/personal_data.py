"""What is stored of a person, for themselves; and its erasure. Both reach answers only while their epoch runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NoSuchPerson
from survey.queries import accounts, answers, personal, staff, waves
from survey.queries.waves import WaveFacts
from survey.services import audit
from survey.services.closing.erasing import coarsen_wave
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.sign_in import end_all_sessions


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """What a person answered in one wave."""

    wave: int
    answers: Mapping[str, int | None]
    comment: str


def answers_of(stores: Stores, key: str, *, account: int | None, now: datetime) -> list[OwnAnswers]:
    """All that can still be told to be this person's: the waves of the running epoch."""
    person, linked = _find(stores, key)
    found = []
    for wave in linked:
        secret = key_of(stores, wave.epoch)
        with stores.answers.read() as session:
            row = answers.response(session, derive.response_id(secret, wave=wave.id, person=person))
            comment = answers.comment(session, derive.comment_id(secret, wave=wave.id, person=person))
        if row is not None or comment:
            found.append(OwnAnswers(wave.number, {} if row is None else row.answers, comment))
    with stores.company.write() as session:
        audit.record(
            session, action=audit.Action.ANSWERS_SHOWN, account_id=account, details={"waves": len(found)}, now=now
        )
    return found


def erase(stores: Stores, key: str, *, account: int | None, now: datetime) -> int:
    """Delete the person and their rows of the running epoch, and close their account; how many rows those were.

    What was published stays as it is. Rows of ended epochs stay too: nobody can tell any more whose they are.
    """
    person, linked = _find(stores, key)
    n_rows = sum(_erase_answers(stores, wave, person) for wave in linked)
    with stores.company.write() as session:
        staff.hold_people(session)
        _close_accounts(session, person, account=account, now=now)
        personal.forget(session, person)
        audit.record(session, action=audit.Action.PERSON_ERASED, account_id=account, details={"rows": n_rows}, now=now)
    return n_rows


def forget_person(stores: Stores, key: str, *, now: datetime) -> bool:
    """Erase somebody of whose rows nobody can tell any more which they are; whether there was such a person."""
    with stores.company.write() as session:
        staff.hold_people(session)
        person = personal.person_id(session, key)
        if person is None:
            return False
        _close_accounts(session, person, account=None, now=now)
        personal.forget(session, person)
        audit.record(session, action=audit.Action.PERSON_ERASED, account_id=None, details={"rows": 0}, now=now)
    return True


def _close_accounts(session: Session, person: int, *, account: int | None, now: datetime) -> None:
    """Whoever is signed in as them is so no longer. The closed account stays: the log names it by its number."""
    for number in personal.accounts_of(session, person):
        end_all_sessions(session, account_id=number, now=now, by=account)
        accounts.set_closed(session, number, at=now)
        details: dict[str, audit.Detail] = {"account": number}
        audit.record(session, action=audit.Action.ACCOUNT_CLOSED, account_id=account, details=details, now=now)


def _find(stores: Stores, key: str) -> tuple[int, list[WaveFacts]]:
    with stores.company.read() as session:
        person = personal.person_id(session, key)
        if person is None:
            raise NoSuchPerson(key)
        return person, personal.linked_waves(session, person)


def _erase_answers(stores: Stores, wave: WaveFacts, person: int) -> bool:
    secret = key_of(stores, wave.epoch)
    with stores.answers.write() as session:
        had = answers.delete_response(session, derive.response_id(secret, wave=wave.id, person=person))
        answers.delete_comment(session, derive.comment_id(secret, wave=wave.id, person=person))
    if had and wave.state == "closed":
        with stores.company.read() as session:
            tree = waves.frozen_tree(session, wave.id)
        coarsen_wave(stores, wave.id, tree, k=wave.k)
    return had
