"""The step of closing that makes the release: everything that anyone will ever see of the wave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import answers, closings, invited, newest, people, programme, releases, waves
from survey.queries.answers import Stored
from survey.queries.releases import Body, Row, Told
from survey.queries.waves import WaveFacts
from survey.services import alerting, announcing, questions
from survey.services.closing.carry_file import from_bytes, to_bytes
from survey.services.closing.coarsen import coarsened
from survey.services.closing.monitoring import Epoch, monitor_epoch
from survey.services.estimates.asked import asked_below
from survey.services.estimates.heard import Heard
from survey.services.estimates.making import Estimated, Shown, estimate, read_grounds
from survey.services.release.chain import Contents, publish
from survey.services.release.earlier import earlier_wave
from survey.services.release.findings import Sight, findings
from survey.services.release.making import Closed, Made, make
from survey.services.release.window import Past
from survey.services.schedule import waves_per_year
from survey.services.smallest import COMPANY_LEVEL_BELOW

PAST_WAVES = 2
"""Waves before this one that a release looks at again."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be told of what the engine said, its memory, and all that it said."""

    told: list[Told]
    carry: bytes | None
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class SoFar:
    """The epoch's waves up to this one, and their rows."""

    waves: list[WaveFacts]
    rows: list[Stored]


def publish_wave(stores: Stores, wave: WaveFacts, *, now: datetime) -> None:
    """Decide, prove and write the release, once; before tenure and level are gone from the rows."""
    with stores.company.read() as session:
        if releases.of_wave(session, wave.id) is not None:
            return
    so_far = epoch_so_far(stores, wave)
    closed = closed_wave(stores, wave, so_far)
    made = make(closed)
    judged = judge(stores, closed, made.rows, so_far)
    with stores.company.read() as session:
        asked = asked_below(invited.count_by_unit(session, wave.id), closed.tree)
        grounds = read_grounds(session, closed, asked)
    estimated = estimate(grounds, closed, Shown(made.rows, made.spread), judged.heard)
    with stores.company.write() as session:
        _write(session, closed, made, judged, estimated, now=now)


def epoch_so_far(stores: Stores, wave: WaveFacts) -> SoFar:
    with stores.company.read() as session:
        epoch_waves = [one for one in waves.waves_of_epoch(session, wave.epoch) if one.number <= wave.number]
    with stores.answers.read() as session:
        return SoFar(epoch_waves, answers.responses(session, [one.id for one in epoch_waves]))


def _write(
    session: Session, closed: Closed, made: Made, judged: Judged, estimated: Estimated, *, now: datetime
) -> None:
    wave, n_asked = closed.wave, invited.count_invited(session, closed.wave.id)
    closings.add_closing(session, wave=wave.id, n_asked=n_asked, n_answered=len(closed.rows))
    if judged.carry is not None:
        closings.set_carry(session, wave.epoch, judged.carry)
    contents = Contents(
        wave_id=wave.id,
        version=1,
        kind="closed",
        label=str(wave.number),
        measured_on=wave.opens_on,
        k=wave.k,
        n_asked=n_asked,
        n_answered=len(closed.rows),
        spread=made.spread,
        certificate=made.certificate,
        health=estimated.health,
        body=Body(made.rows, judged.told, estimated.levels, estimated.parts),
    )
    facts = publish(session, contents, now=now)
    heard = alerting.Heard(wave.programme, wave.number, judged.told, people.whole_tree(session))
    alerting.tell(session, facts, heard, now=now)
    announcing.lay_out(session, facts, wave=wave.number, now=now)


def closed_wave(stores: Stores, wave: WaveFacts, so_far: SoFar) -> Closed:
    past, told_from = _past(stores, so_far)
    with stores.company.read() as session:
        before = [one for one in newest.newest(session) if one.wave_id is not None]
        return Closed(
            wave=wave,
            tree=waves.frozen_tree(session, wave.id),
            rows=[row for row in so_far.rows if row.wave == wave.id],
            questionnaire=questions.questionnaire(session, wave.questionnaire),
            past=past,
            told_from=told_from,
            first_number=so_far.waves[0].number,
            last_shown=releases.rows(session, before[-1].number) if before else (),
            is_company_alone=len(waves.roster(session, wave.id)) < COMPANY_LEVEL_BELOW,
        )


def _past(stores: Stores, so_far: SoFar) -> tuple[list[Past], int]:
    """The last waves of the epoch whose people can still be told, and the number from which on all can."""
    past: list[Past] = []
    for one in reversed([each for each in so_far.waves if each.state == "closed"]):
        found = past_wave(stores, one, so_far)
        if found is None:
            return past[::-1], one.number + 1
        past.append(found)
        if len(past) == PAST_WAVES:
            return past[::-1], one.number
    return past[::-1], so_far.waves[0].number


def past_wave(stores: Stores, wave: WaveFacts, so_far: SoFar) -> Past | None:
    """A closed wave of the epoch, if it can still be told where those who answered stood."""
    with stores.company.read() as session:
        release = releases.of_wave(session, wave.id)
        shown: Sequence[Row] = releases.rows(session, release.number) if release else ()
    if release is None or release.n_answered is None:
        return None
    mine = [row for row in so_far.rows if row.wave == wave.id]
    earlier = earlier_wave(stores, wave, mine, n_answered=release.n_answered)
    return None if earlier is None else Past(earlier, shown)


def judge(stores: Stores, closed: Closed, shown: Sequence[Row], so_far: SoFar) -> Judged:
    """Run the engine on the rows as they will lie when the wave is closed."""
    wave = closed.wave
    with stores.company.read() as session:
        plan = programme.programme(session, wave.programme)
        tree = people.whole_tree(session)
        number = programme.epoch_by_id(session, wave.epoch).number
        before = closings.carry_before(session, programme=wave.programme, epoch_number=number)
    goes_to = coarsened(Counter(row.unit for row in closed.rows), closed.tree, k=wave.k)
    kept = [replace(row, unit=goes_to[row.unit]) for row in closed.rows]
    rows = sorted([*(row for row in so_far.rows if row.wave != wave.id), *kept], key=lambda row: row.id)
    epoch = Epoch(so_far.waves, rows, tree, closed.questionnaire, waves_per_year(plan))
    heard = monitor_epoch(epoch, None if before is None else from_bytes(before))
    if heard is None:
        return Judged([], None)
    seen = {(row.unit_id, row.measure): row.people or 0 for row in shown if not row.factor and row.points is not None}
    sight = Sight(tuple(sorted(tree)), so_far.waves[0].number, seen, wave.k)
    return Judged(findings(heard.result, sight), to_bytes(heard.result.carry), heard)
