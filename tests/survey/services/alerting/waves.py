"""Waves that were published with what a test wants told of them, and the alerts that came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.db import Stores
from survey.models.company.work import Job, OutboxMail
from survey.queries import alerts, people, releases, waves
from survey.queries.alerts import AlertFacts
from survey.queries.releases import Body, Level, Parts, ReleaseFacts, Row, Told
from survey.services import alerting, announcing
from survey.services.release.chain import Contents, publish
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES, add_account, add_company
from tests.survey.releases import SPREAD, alarm
from tests.survey.web.programme.scenes import Scene, begin

FIRST = date(2026, 1, 5)
CEO, HR = "ceo@meridian.example", "hr@meridian.example"


def rows(points: float) -> list[Row]:
    """All principles and the anchors of equal say, of three units and a team."""
    sizes = {MERIDIAN: 160, SALES: 60, NORTH: 14, DELIVERY: 66}
    found = [
        Row(unit, "", "", name, n, 3 * n, points if unit == DELIVERY and name == "equal_say" else 60.0)
        for unit, n in sizes.items()
        for name in ("learning", "customer_truth", "equal_say")
    ]
    counts = [6, 10, 20, 20, 10] if points > 60 else [20, 20, 10, 10, 6]
    mean = 25 * sum(at * n for at, n in enumerate(counts)) / sum(counts)
    return [*found, Row(DELIVERY, "", "", "E1", 66, 66, mean, counts=counts)]


@dataclass
class Whole:
    """What one wave is published with."""

    told: Sequence[Told] = ()
    levels: Sequence[Level] = ()
    parts: Sequence[Parts] = ()
    points: float = 66.0


@dataclass
class Months:
    """A programme whose waves are published one after the other."""

    stores: Stores
    scene: Scene
    number: int = 0
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def clock(self) -> datetime:
        return self.now

    def publish(self, *told: Told, kind: str = "closed", **given: Any) -> ReleaseFacts:
        """The next wave, closed in its month; "corrected" the last one once more, "last" the last one at first."""
        whole = Whole(told, **given)
        if kind == "closed":
            self.close_unpublished()
        with self.stores.company.write() as session:
            facts = self._publish(session, whole, kind)
            heard = alerting.Heard(self.scene.programme, self.number, whole.told, people.whole_tree(session))
            alerting.tell(session, facts, heard, now=self.now)
            announcing.lay_out(session, facts, wave=self.number, now=self.now)
        return facts

    def close_unpublished(self) -> None:
        """The next wave is over, and nothing of it is published yet."""
        self.number += 1
        opens_on = FIRST + relativedelta(months=self.number - 1)
        self.scene.wave(self.number, "closed", opens_on, answered=140)
        self.now = datetime(opens_on.year, opens_on.month, opens_on.day, 23, 30, tzinfo=UTC) + timedelta(days=11)

    def _publish(self, session: Session, whole: Whole, kind: str) -> ReleaseFacts:
        wave = self.wave_id
        before = releases.of_wave(session, wave)
        contents = Contents(
            wave_id=wave,
            version=before.version + 1 if before else 1,
            kind="closed" if kind == "last" else kind,
            label=str(self.number),
            measured_on=FIRST + relativedelta(months=self.number - 1),
            k=5,
            n_asked=200,
            n_answered=160,
            spread=SPREAD,
            certificate={"verdict": "proved", "method": "cuts/1", "groups_shown": 9, "groups_large_enough": 9},
            body=Body(rows(whole.points), whole.told, whole.levels, whole.parts),
        )
        return publish(session, contents, now=self.now)

    @property
    def wave_id(self) -> int:
        with self.stores.company.read() as session:
            return waves.waves_of(session, self.scene.programme)[-1].id

    @property
    def alerts(self) -> list[AlertFacts]:
        with self.stores.company.read() as session:
            return alerts.of_programme(session, self.scene.programme)

    @property
    def keys(self) -> list[str]:
        """Of everything that is laid out to be sent."""
        with self.stores.company.read() as session:
            found = [*session.scalars(select(OutboxMail.business_key)), *session.scalars(select(Job.business_key))]
        return sorted(key for key in found if key.startswith(("alert", "watch")))


def begun(stores: Stores) -> Months:
    """A company with a CEO and somebody of HR."""
    add_company(stores)
    add_account(stores, CEO, "ceo")
    add_account(stores, HR, "hr")
    return Months(stores, begin(stores, n_people=30))


def fall(unit: int = DELIVERY, **changed: Any) -> Told:
    """Of equal say, told as an alarm."""
    usual = {"principle": "equal_say", "told_in": 4, "onset": 2, "onset_low": 1, "onset_high": 3}
    return alarm(unit, **(usual | {"points": 9.0, "low": 6.0, "high": 12.0} | changed))


def rise(unit: int = DELIVERY, **changed: Any) -> Told:
    """On the watch list."""
    return fall(unit, **({"list": "watch", "direction": "up", "told_in": 6, "onset": 5, "onset_low": 5} | changed))


def with_an_alert(stores: Stores) -> Months:
    """Three quiet months, and a fourth in which a fall is told."""
    found = begun(stores)
    for _ in range(3):
        found.publish()
    found.publish(fall())
    return found
