"""The step of closing that makes the release: everything that anyone will ever see of the wave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import answers, closings, invited, people, programme, releases, waves
from survey.queries.answers import Stored
from survey.queries.releases import Row, Told
from survey.queries.waves import WaveFacts
from survey.services import questions
from survey.services.closing.carry_file import from_bytes, to_bytes
from survey.services.closing.coarsen import coarsened
from survey.services.closing.monitoring import Epoch, monitor_epoch
from survey.services.release.chain import Contents, publish
from survey.services.release.earlier import earlier_wave
from survey.services.release.findings import Sight, findings
from survey.services.release.making import Closed, Made, make
from survey.services.release.window import Past
from survey.services.schedule import waves_per_year
from survey.services.smallest import COMPANY_LEVEL_BELOW


@dataclass(frozen=True, slots=True)
class Judged:
    """What the engine said, and its memory."""

    told: list[Told]
    carry: bytes | None


def publish_wave(stores: Stores, wave: WaveFacts, *, now: datetime) -> None:
    """Decide, prove and write the release, once; before tenure and level are gone from the rows."""
    with stores.company.read() as session:
        if releases.of_wave(session, wave.id) is not None:
            return
        epoch_waves = [one for one in waves.waves_of_epoch(session, wave.epoch) if one.number <= wave.number]
    with stores.answers.read() as session:
        rows = answers.responses(session, [one.id for one in epoch_waves])
    closed = _closed(stores, wave, epoch_waves, rows)
    made = make(closed)
    judged = _judge(stores, closed, made, epoch_waves, rows)
    with stores.company.write() as session:
        _write(session, closed, made, judged, now=now)


def _write(session: Session, closed: Closed, made: Made, judged: Judged, *, now: datetime) -> None:
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
        rows=made.rows,
        told=judged.told,
    )
    publish(session, contents, now=now)


def _closed(stores: Stores, wave: WaveFacts, epoch_waves: Sequence[WaveFacts], rows: Sequence[Stored]) -> Closed:
    past, told_from = _past(stores, epoch_waves, rows)
    with stores.company.read() as session:
        before = [one for one in releases.newest(session) if one.wave_id is not None]
        return Closed(
            wave=wave,
            tree=waves.frozen_tree(session, wave.id),
            rows=[row for row in rows if row.wave == wave.id],
            questionnaire=questions.questionnaire(session, wave.questionnaire),
            past=past,
            told_from=told_from,
            first_number=epoch_waves[0].number,
            last_shown=releases.rows(session, before[-1].number) if before else (),
            is_company_alone=len(waves.roster(session, wave.id)) < COMPANY_LEVEL_BELOW,
        )


def _past(stores: Stores, epoch_waves: Sequence[WaveFacts], rows: Sequence[Stored]) -> tuple[list[Past], int]:
    """The last waves of the epoch whose people can still be told, and the number from which on all can."""
    past: list[Past] = []
    for one in reversed([each for each in epoch_waves if each.state == "closed"]):
        with stores.company.read() as session:
            counted, release = closings.closing(session, one.id), releases.of_wave(session, one.id)
            shown: Sequence[Row] = releases.rows(session, release.number) if release else ()
        mine = [row for row in rows if row.wave == one.id]
        earlier = earlier_wave(stores, one, mine, n_answered=counted.n_answered) if counted else None
        if earlier is None or release is None:
            return past[::-1], one.number + 1
        past.append(Past(earlier, shown))
        if len(past) == PAST_WAVES:
            return past[::-1], one.number
    return past[::-1], epoch_waves[0].number


PAST_WAVES = 2
"""Waves before this one that a release looks at again."""


def _judge(
    stores: Stores, closed: Closed, made: Made, epoch_waves: Sequence[WaveFacts], rows: Sequence[Stored]
) -> Judged:
    """Run the engine on the rows as they will lie when the wave is closed."""
    wave = closed.wave
    with stores.company.read() as session:
        plan = programme.programme(session, wave.programme)
        tree = people.whole_tree(session)
        number = programme.epoch_by_id(session, wave.epoch).number
        before = closings.carry_before(session, programme=wave.programme, epoch_number=number)
    goes_to = coarsened(Counter(row.unit for row in closed.rows), closed.tree, k=wave.k)
    kept = [replace(row, unit=goes_to[row.unit]) if row.wave == wave.id else row for row in rows]
    epoch = Epoch(list(epoch_waves), kept, tree, closed.questionnaire, waves_per_year(plan))
    result = monitor_epoch(epoch, None if before is None else from_bytes(before))
    if result is None:
        return Judged([], None)
    shown = {
        (row.unit_id, row.measure): row.people or 0 for row in made.rows if not row.factor and row.points is not None
    }
    sight = Sight(tuple(sorted(tree)), epoch_waves[0].number, shown, wave.k)
    return Judged(findings(result, sight), to_bytes(result.carry))
