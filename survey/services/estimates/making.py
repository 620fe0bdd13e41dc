"""All that a release says beside its numbers, each part by itself: one that fails leaves the others, and the close."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.orm import Session

from survey.queries import published
from survey.queries.releases import Level, Parts, Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.cohorts import cohorts_of
from survey.services.estimates.health import Pulse, health_of
from survey.services.estimates.heard import Heard
from survey.services.estimates.levels import About, Unseen, levels_of, motions, unseen_of
from survey.services.estimates.parts import Linked, Onsets, parts_of
from survey.services.estimates.series import Series, WaveMeans, means_of, series_of, waves_before
from survey.services.release.findings import ENOUGH_FOR_A_SIZE
from survey.services.release.making import Closed

if TYPE_CHECKING:
    from analysis.trend import Motion

log = logging.getLogger(__name__)

BANDS = ("tenure", "level")

PUBLISHED_HEALTH = ("trend", "cohorts")
"""What of a release's health follows from published numbers alone."""

Whole = TypeVar("Whole")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands in the store: earlier waves, the company's bands in each, and people asked by unit."""

    before: list[WaveMeans]
    bands: list[Sequence[Row]]
    asked: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """The numbers of the release itself, and the spread of people's scores."""

    rows: Sequence[Row]
    spread: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Estimated:
    """As it will stand in the release; `health` is None where nothing can be said."""

    levels: Sequence[Level] = ()
    parts: Sequence[Parts] = ()
    health: dict[str, Any] | None = None


def read_grounds(session: Session, closed: Closed, asked: Mapping[int, int]) -> Grounds:
    found = waves_before(session, programme=closed.wave.programme, number=closed.wave.number)
    bands = published.bands(session, [one.release for one in found], unit=_root(closed), factors=BANDS)
    return Grounds(found, [bands.get(one.release, ()) for one in found], asked)


def estimate(grounds: Grounds, closed: Closed, shown: Shown, heard: Heard | None) -> Estimated:
    """Never fails: what cannot be computed is left out."""
    plain = estimate_published(grounds, closed, shown, heard)
    if heard is None:
        return plain
    parts = _if_possible(lambda: _parts(_series(grounds, closed, shown), heard, closed)) or ()
    health = (plain.health or {}) | (_if_possible(lambda: _health(heard, closed)) or {})
    return replace(plain, parts=parts, health=health or None)


def estimate_published(grounds: Grounds, closed: Closed, shown: Shown, heard: Heard | None) -> Estimated:
    """The same without all that is told from linked answers."""
    series = _series(grounds, closed, shown)
    motion = _if_possible(lambda: motions(series, set(_high(closed)))) or {}
    about = About(grounds.asked, _if_possible(lambda: _unseen(series, heard, closed)) or {})
    levels = _if_possible(lambda: levels_of(series, motion, about)) or ()
    cohorts = None if heard is None else _if_possible(lambda: _cohorts(grounds, shown, series, heard))
    health = (as_health(motion) or {}) | ({"cohorts": cohorts} if cohorts else {})
    return Estimated(levels=levels, health=health or None)


def as_health(motion: "Mapping[str, Motion]") -> dict[str, Any] | None:
    """What charts need at reading time to draw the same levels."""
    found = {name: {"wander": one.wander, "shock": one.shock} for name, one in motion.items()}
    return {"trend": found} if found else None


def _if_possible(make: Callable[[], Whole]) -> Whole | None:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 -- the wave must close; what went wrong is told without anybody's numbers
        log.error("an estimate beside the release could not be made: %s", type(error).__name__)  # noqa: TRY400 -- see above
        return None


def _series(grounds: Grounds, closed: Closed, shown: Shown) -> Series:
    now = WaveMeans(closed.wave.number, closed.wave.opens_on, shown.spread, means_of(shown.rows))
    return series_of([*grounds.before, now], k=closed.wave.k)


def _root(closed: Closed) -> int:
    return next(unit for unit, node in closed.tree.items() if node.parent is None)


def _high(closed: Closed) -> list[int]:
    """The company and its divisions."""
    root = _root(closed)
    return [root, *sorted(unit for unit, node in closed.tree.items() if node.parent == root)]


def _unseen(series: Series, heard: Heard | None, closed: Closed) -> Unseen:
    large = {(unit, name) for unit, name, people, _ in series.waves[-1].means if people >= 2 * closed.wave.k}
    return {} if heard is None else unseen_of(heard.result.detectability, heard.units, large)


def _parts(series: Series, heard: Heard, closed: Closed) -> list[Parts]:
    from analysis.scoring import score  # noqa: PLC0415 -- weight

    if len(heard.numbers) < 2:
        return []
    linked = Linked(score(heard.answers, heard.instrument), heard.tree, heard.units, heard.numbers)
    return parts_of(series, linked, units=_high(closed), onsets=_onsets(heard), k=closed.wave.k)


def _onsets(heard: Heard) -> Onsets:
    """Of changes that were told, as they are known now; of two in one place the later."""
    told = sorted(heard.result.changes, key=lambda one: one.wave)
    return {(heard.units[one.unit], PRINCIPLES[one.scale]): heard.numbers[0] + one.onset for one in told}


def _health(heard: Heard, closed: Closed) -> dict[str, Any]:
    from analysis import Answers  # noqa: PLC0415 -- weight

    answers = heard.answers
    mine = answers.wave == len(heard.numbers) - 1
    columns = (getattr(answers, name)[mine] for name in ("wave", "person", "unit", "item", "value"))
    pulse = Pulse(heard.rows, closed.questionnaire, Answers(*columns), heard.instrument, closed.wave.k)
    found = health_of(pulse)
    return found | {"warnings": list(heard.result.warnings)} if len(heard.rows) >= ENOUGH_FOR_A_SIZE else {}


def _cohorts(grounds: Grounds, shown: Shown, series: Series, heard: Heard) -> list[dict[str, Any]]:
    root = heard.units[heard.tree.root]
    now = [row for row in shown.rows if row.unit_id == root and row.factor in BANDS]
    return cohorts_of(series, [*grounds.bands, now], waves_per_year=heard.waves_per_year)
