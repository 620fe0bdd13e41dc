"""Releases as a test wants them, at the end of the chain, without a wave that was answered."""

from collections.abc import Sequence
from typing import Any

from survey.db import Stores
from survey.queries import people, releases, waves
from survey.queries.releases import Body, ReleaseFacts, Row, Told
from survey.services.alerting import Heard, tell
from survey.services.release.chain import Contents, publish
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, NOW, SALES
from tests.survey.web.programme.scenes import Scene

SPREAD = {"learning": 20.0, "customer_truth": 20.0, "equal_say": 20.0}
ROWS = (
    Row(MERIDIAN, "", "", "learning", 60, 180, 61.4),
    Row(MERIDIAN, "", "", "customer_truth", 60, 180, 70.2),
    Row(MERIDIAN, "", "", "L1", 60, 60, 55.0, counts=[6, 12, 18, 12, 12]),
    Row(MERIDIAN, "level", "front_line", "learning", 40, 120, 58.0),
    Row(SALES, "", "", "learning", 30, 90, 40.0),
    Row(NORTH, "", "", "learning", 7, 21, 33.0),
    Row(DELIVERY, "", "", "learning", 12, 36, None, at_least=90),
)
"""A company of which one unit below a division is shown, and one division with a bound."""


def alarm(unit: int, **changed: Any) -> Told:
    """A slide of ten points that began in the first wave."""
    facts: dict[str, Any] = {
        "list": "alarm",
        "principle": "learning",
        "direction": "down",
        "shape": "ramp",
        "told_in": 1,
        "onset": 1,
        "onset_low": 1,
        "onset_high": 1,
        "points": 10.0,
        "low": 5.0,
        "high": 15.0,
        "grade": "some",
    }
    return Told(unit_id=unit, **(facts | changed))


def publish_rows(
    stores: Stores, wave: int, rows: Sequence[Row] = ROWS, *, told: Sequence[Told] = (), verdict: str = "proved"
) -> ReleaseFacts:
    """The next version of what is published of this wave, by its id."""
    with stores.company.write() as session:
        facts, before = waves.wave(session, wave), releases.of_wave(session, wave)
        if not waves.frozen_tree(session, wave):
            waves.freeze_tree(session, wave, people.whole_tree(session))
        contents = Contents(
            wave_id=wave,
            version=before.version + 1 if before else 1,
            kind="corrected" if before else "closed",
            label=str(facts.number),
            measured_on=facts.opens_on,
            k=facts.k,
            n_asked=80,
            n_answered=60,
            spread=SPREAD,
            certificate={"verdict": verdict, "method": "cuts/1", "groups_shown": 777, "groups_large_enough": 888},
            body=Body(rows, told),
        )
        return publish(session, contents, now=NOW)


def publish_of(stores: Stores, scene: Scene) -> ReleaseFacts:
    """Of the scene's first wave."""
    with stores.company.read() as session:
        first = waves.waves_of(session, scene.programme)[0].id
    return publish_rows(stores, first)


def publish_and_tell(stores: Stores, scene: Scene) -> ReleaseFacts:
    """Of the scene's first wave, with one alert about the whole company."""
    facts = publish_of(stores, scene)
    with stores.company.write() as session:
        heard = Heard(scene.programme, 1, [alarm(MERIDIAN)], people.whole_tree(session))
        tell(session, facts, heard, now=NOW)
    return facts
