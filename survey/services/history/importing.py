"""A history is read, planned against the company as it stands, and written, all of it or nothing."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.importing.outside import OutsideSurvey, read_survey
from survey.queries import history, people, programme
from survey.queries.history import HistoryFacts
from survey.queries.people import Node
from survey.queries.releases import Body
from survey.services import audit
from survey.services.estimates.history import history_estimates
from survey.services.estimates.series import WaveMeans, means_of
from survey.services.history.before import check_possible, history_ends_before
from survey.services.history.dating import measured_on
from survey.services.history.deciding import Shown, decide_wave
from survey.services.history.measuring import Measured, check_scales, measure
from survey.services.history.placing import Placed, place_units
from survey.services.history.watching import Watched, watch
from survey.services.release.chain import Contents, publish

LEAST_K = 5
LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The files as they were read; `content_hash` is the same in whatever order they are named."""

    survey: OutsideSurvey
    files: list[str]
    content_hash: bytes


@dataclass(frozen=True, slots=True)
class HistoryPlan:
    """What would be written."""

    found: Found
    tree: Mapping[int, Node]
    placed: Placed
    days: list[date]
    measured: Measured
    shown: list[Shown]
    watched: Watched
    k: int


def read_history(files: Sequence[Path], *, map_path: Path | None) -> Found:
    """Raises UnreadableSurvey with a line per bad row."""
    survey = read_survey(files, map_path=map_path)
    digests = sorted(hashlib.sha256(file.read_bytes()).digest() for file in files)
    return Found(survey, [file.name for file in files], hashlib.sha256(b"".join(digests)).digest())


def plan_history(
    session: Session, found: Found, *, ends: date | None, now: datetime, on_step: Callable[[str], None]
) -> HistoryPlan:
    """What the files would add; nothing is written. Raises UnreadableSurvey or NotPossible."""
    survey = found.survey
    check_possible(session, found.content_hash)
    check_scales(survey)
    tree = people.whole_tree(session)
    placed = place_units(survey, tree, people.live_tree(session, now.date()))
    days = measured_on(survey, ends, before=history_ends_before(session, now))
    k = _k(session)
    on_step("Deciding what is shown")
    measured = measure(survey)
    shown = [decide_wave(one, survey.tree, placed.units, k=k) for one in measured.whole]
    on_step("Looking for changes in the history")
    watched = watch(measured.whole, days, placed.units, tree, waves_per_year=survey.waves_per_year, k=k)
    if watched is None:
        raise NotPossible(f"got no group of {k} people or more in a unit that the company has; wanted one at least")
    return HistoryPlan(found, tree, placed, days, measured, shown, watched, k)


def apply_history(session: Session, plan: HistoryPlan, *, account: int | None, now: datetime) -> None:
    """A release for each wave, the memory for the engine, an entry in the audit log."""
    check_possible(session, plan.found.content_hash)
    if people.whole_tree(session) != plan.tree or plan.days[-1] >= history_ends_before(session, now):
        raise NotPossible("the company was changed while the history was read: import it again")
    survey = plan.found.survey
    means = [
        WaveMeans(None, day, one.spread, means_of(one.rows)) for day, one in zip(plan.days, plan.shown, strict=True)
    ]
    estimates = history_estimates(means, plan.tree, k=plan.k)
    for label, day, shown, estimated in zip(survey.waves, plan.days, plan.shown, estimates, strict=True):
        contents = _contents(label[:LONGEST_LABEL], day, shown, k=plan.k)
        body = Body(shown.rows, levels=estimated.levels)
        publish(session, replace(contents, body=body, health=estimated.health), now=now)
    facts = HistoryFacts(
        files=plan.found.files,
        content_hash=plan.found.content_hash,
        n_rows=survey.n_rows,
        n_waves=len(survey.waves),
        begins_on=plan.days[0],
        ends_on=plan.days[-1],
        imported_at=now,
    )
    history.add(session, facts, plan.watched.carry)
    details: dict[str, audit.Detail] = {
        "waves": len(survey.waves),
        "rows": survey.n_rows,
        "numbers": sum(len(one.rows) for one in plan.shown),
        "content": plan.found.content_hash.hex(),
    }
    audit.record(session, action=audit.Action.HISTORY_IMPORTED, account_id=account, details=details, now=now)


def _k(session: Session) -> int:
    last = programme.last_programme(session)
    return max(LEAST_K, last.k if last else 0)


def _contents(label: str, day: date, shown: Shown, *, k: int) -> Contents:
    return Contents(
        wave_id=None,
        version=1,
        kind="imported",
        label=label,
        measured_on=day,
        k=k,
        n_asked=None,
        n_answered=shown.n_answered,
        spread=shown.spread,
        certificate=shown.certificate,
        body=Body(shown.rows),
    )
