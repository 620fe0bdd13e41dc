"""A correction: the newest release anew without some people, as a version of its own, or refused."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NoSuchPerson, NotPossible
from survey.queries import answers, programme, releases, staff, waves
from survey.queries.answers import Stored
from survey.queries.people import whole_tree
from survey.queries.releases import Body, ReleaseFacts, Row
from survey.queries.waves import WaveFacts
from survey.services import alerting, announcing, audit
from survey.services.closing.corrected import Parted, Refused, corrected_rows
from survey.services.closing.erasing import coarsen_wave
from survey.services.closing.publishing import Judged, SoFar, closed_wave, epoch_so_far, judge, past_wave
from survey.services.estimates.making import PUBLISHED_HEALTH, Estimated, Shown, estimate_published, read_grounds
from survey.services.estimates.series import means_of
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.release.chain import Contents, publish
from survey.services.release.making import METHOD, Closed
from survey.services.release.window import Past


def correct_wave(stores: Stores, number: int, keys: Iterable[str], *, reason: str, now: datetime) -> ReleaseFacts:
    """Remove the answers of these people from a wave, and publish its principles anew beside the numbers of before.

    Questions are not published again: beside those of the version before, they would say more.
    """
    wave = _newest_closed(stores, number)
    people = _people(stores, keys)
    so_far = epoch_so_far(stores, wave)
    parted = _part(stores, wave, people, so_far)
    rows = corrected_rows(stores, parted, so_far)
    gone = {row.id for row in parted.gone}
    kept = SoFar(so_far.waves, [row for row in so_far.rows if row.id not in gone])
    closed = replace(closed_wave(stores, wave, kept), rows=parted.kept)
    judged = judge(stores, closed, rows, kept)
    with stores.company.write() as session:
        before = _before(session, wave)
        estimated = _estimated(session, before, closed, rows, judged)
        body = Body(rows, judged.told, estimated.levels, estimated.parts)
        facts = _publish(session, before, estimated.health, body, n_answered=len(parted.kept), now=now)
        heard = alerting.Heard(wave.programme, number, judged.told, whole_tree(session))
        alerting.tell(session, facts, heard, now=now)
        announcing.lay_out(session, facts, wave=number, now=now)
        details: dict[str, audit.Detail] = {"wave": number, "version": facts.version, "reason": reason}
        audit.record(session, action=audit.Action.RELEASE_CORRECTED, account_id=None, details=details, now=now)
    _delete(stores, wave, people)
    return facts


def _newest_closed(stores: Stores, number: int) -> WaveFacts:
    with stores.company.read() as session:
        wave = waves.newest_numbered(session, number)
        if wave is None or wave.state != "closed":
            raise NotPossible(f"wave {number} is not closed: until it is, people change their answers themselves")
        if any(one.state == "closed" and one.number > number for one in waves.waves_of(session, wave.programme)):
            raise NotPossible(f"wave {number} is not the last that was closed: later numbers were made beside it")
        if programme.epoch_by_id(session, wave.epoch).closed_at is not None:
            raise NotPossible(
                f"the epoch of wave {number} has ended: it cannot be told any more whose answers are whose"
            )
    return wave


def _people(stores: Stores, keys: Iterable[str]) -> list[int]:
    wanted = sorted(set(keys))
    with stores.company.read() as session:
        found = staff.ids_of(session, wanted)
    missing = next((key for key in wanted if key not in found), None)
    if missing is not None:
        raise NoSuchPerson(missing)
    return list(found.values())


def _part(stores: Stores, wave: WaveFacts, people: list[int], so_far: SoFar) -> Parted:
    past = past_wave(stores, wave, so_far)
    if past is None:
        raise NotPossible(f"wave {wave.number} cannot be corrected any more: somebody in it was erased since")
    secret = key_of(stores, wave.epoch)
    ids = {derive.response_id(secret, wave=wave.id, person=person) for person in people}
    rows = [_as_given(past, row) for row in past.earlier.rows]
    gone = [row for row in rows if row.id in ids]
    if len(people) < wave.k or not gone:
        raise Refused(wave.k)
    return Parted(past, [row for row in rows if row.id not in ids], gone)


def _as_given(past: Past, row: Stored) -> Stored:
    place = past.earlier.places[row.id]
    return replace(row, unit=place.answer_unit, tenure=place.tenure, level=place.level)


def _before(session: Session, wave: WaveFacts) -> ReleaseFacts:
    before = releases.of_wave(session, wave.id)
    if before is None:
        raise NotPossible(f"wave {wave.number} has no release to correct")
    return before


def _estimated(session: Session, before: ReleaseFacts, closed: Closed, rows: list[Row], judged: Judged) -> Estimated:
    """Levels anew. What was told from linked answers is not told again: both versions together would say more.

    It stays where it is still true, in units of which the same people are left, and of the instrument as it was used.
    """
    # The invitations that people asked were counted from are gone.
    asked = {one.unit_id: one.asked for one in releases.levels(session, before.number) if one.asked is not None}
    grounds = read_grounds(session, closed, asked)
    found = estimate_published(grounds, closed, Shown(rows, before.spread), judged.heard)
    same = set(means_of(rows)) & set(means_of(releases.rows(session, before.number)))
    untouched = {(unit, principle) for unit, principle, *_ in same}
    parts = [one for one in releases.parts(session, before.number) if (one.unit_id, one.principle) in untouched]
    linked = {name: value for name, value in (before.health or {}).items() if name not in PUBLISHED_HEALTH}
    return replace(found, parts=parts, health=(linked | (found.health or {})) or None)


def _publish(
    session: Session, before: ReleaseFacts, health: dict[str, Any] | None, body: Body, *, n_answered: int, now: datetime
) -> ReleaseFacts:
    contents = Contents(
        wave_id=before.wave_id,
        version=before.version + 1,
        kind="corrected",
        label=before.label,
        measured_on=before.measured_on,
        k=before.k,
        n_asked=before.n_asked,
        n_answered=n_answered,
        spread=before.spread,
        health=health,
        certificate={
            "verdict": "proved",
            "method": METHOD,
            "k": before.k,
            "groups_shown": len({(row.unit_id, row.factor, row.band) for row in body.rows}),
            "groups_large_enough": before.certificate["groups_large_enough"],
        },
        body=body,
    )
    return publish(session, contents, now=now)


def _delete(stores: Stores, wave: WaveFacts, people: list[int]) -> None:
    """Take the rows away, and widen units that are left with too few."""
    secret = key_of(stores, wave.epoch)
    with stores.answers.write() as session:
        for person in people:
            answers.delete_response(session, derive.response_id(secret, wave=wave.id, person=person))
            answers.delete_comment(session, derive.comment_id(secret, wave=wave.id, person=person))
    with stores.company.read() as session:
        tree = waves.frozen_tree(session, wave.id)
    coarsen_wave(stores, wave.id, tree, k=wave.k)
