"""What the mail of an alert says, gathered from releases: the first time as of its own, later as of the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from survey.mail.drawing.trend import Point
from survey.mail.writing.alerted import Alerted, Links, Other, People, Record, Since, Size, Split
from survey.mail.writing.trend_words import Trend
from survey.queries import alerts, people, releases
from survey.queries.alerts import AlertFacts
from survey.queries.people import CompanyFacts, path_upwards
from survey.services.alerting.description import Change, change_of
from survey.services.alerting.moved import moved_most
from survey.services.alerting.reading import of_falls
from survey.services.alerting.trend import ALL, Course, course_of, level_of
from survey.services.release import reading

FALSE_ALARMS_PER_YEAR = 0.1
"""What the engine promises; `analysis.monitor` is called with its own default, which a test holds against this."""

WAVES_BEFORE = 6
"""Of which the level before a fall is the mean."""


@dataclass(frozen=True, slots=True)
class Place:
    """For whom it is written, and where the pages are."""

    company: CompanyFacts
    language: str
    base_url: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """An alert with the numbers it is told with; `wave` is the last that is spoken of."""

    alert: AlertFacts
    change: Change | None
    course: Course
    root: int
    wave: int
    is_as_told: bool


def gather(session: Session, alert: AlertFacts, *, as_known: bool) -> Gathered:
    """As it was told, or as it is known now."""
    tree = people.whole_tree(session)
    root = path_upwards(tree, alert.unit_id)[-1]
    chain = {facts.number: facts for facts in releases.chain(session)}
    until = int(chain[alert.release_number].label)
    if as_known:
        until = max(until, int(chain[alert.known["release"]].label))
    course = course_of(session, programme=alert.programme_id, until=until, units=[alert.unit_id, root])
    return Gathered(alert, change_of(alert, at_first=not as_known), course, root, until, not as_known)


def alerted(session: Session, gathered: Gathered, place: Place, *, sent_on: date | None = None) -> Alerted:
    alert, change, tree = gathered.alert, gathered.change, people.whole_tree(session)
    path = path_upwards(tree, alert.unit_id)
    before, now = _levels(gathered)
    return Alerted(
        number=alert.id,
        kind=alert.kind,
        language=place.language,
        company=place.company.name,
        contact=place.company.contact,
        unit=tree[alert.unit_id].name,
        within=tree[path[1]].name if len(path) > 2 else "",
        principle=alert.principle,
        shape=change.shape if change else "ramp",
        grade=change.grade if change else "some",
        since=_since(gathered),
        told_on=gathered.course.day(gathered.wave) or alert.raised_at.date(),
        size=_size(change),
        level=now,
        level_before=before,
        split=_split(session, gathered),
        moved=moved_most(session, gathered.course, alert, onset=change.onset, language=place.language)
        if change
        else None,
        people=_people(gathered),
        about=_other(session, alert.about_id, place),
        record=_record(session, alert, gathered.course, place),
        links=_links(place, alert),
        is_as_told=gathered.is_as_told,
        sent_on=sent_on,
        is_withdrawn=not alert.stands,
    )


def trend_of(gathered: Gathered) -> Trend | None:
    """None where nothing was shown of the unit in the last wave."""
    course, alert = gathered.course, gathered.alert
    unit = _points(course, alert.unit_id, alert.principle)
    if not unit or unit[-1] is None:
        return None
    company = _points(course, gathered.root, alert.principle) if gathered.root != alert.unit_id else None
    return Trend(tuple(facts.measured_on for facts in course.drawn), unit, company)


def local_day(moment: datetime, company: CompanyFacts) -> date:
    return moment.astimezone(ZoneInfo(company.time_zone)).date()


def _points(course: Course, unit: int, principle: str) -> tuple[Point | None, ...]:
    """As the pages of the release draw them."""
    return tuple(
        None if one is None else Point(one.level.value, one.level.low, one.level.high, one.mean)
        for one in course.points(unit, principle)
    )


def _since(gathered: Gathered) -> Since | None:
    change = gathered.change
    if change is None or not gathered.course.waves:
        return None
    first = gathered.course.waves[0].measured_on
    likeliest, earliest, latest = (
        gathered.course.day(number) or first for number in (change.onset, change.onset_low, change.onset_high)
    )
    return Since(likeliest, earliest, latest)


def _size(change: Change | None) -> Size | None:
    if change is None or change.points is None or change.low is None or change.high is None:
        return None
    return Size(change.points, change.low, change.high)


def _levels(gathered: Gathered) -> tuple[float | None, Size | None]:
    """The level before the change began, and that of the last wave."""
    course, alert, change = gathered.course, gathered.alert, gathered.change
    now = level_of(course, gathered.wave, alert.unit_id, alert.principle)
    numbers = [number for number in course.numbers() if change is not None and number < change.onset]
    rows = [course.row(number, alert.unit_id, alert.principle) for number in numbers[-WAVES_BEFORE:]]
    points = [row.points for row in rows if row is not None and row.points is not None]
    size = Size(now.value, now.low, now.high) if now else None
    return sum(points) / len(points) if points else None, size


def _split(session: Session, gathered: Gathered) -> Split | None:
    place = (gathered.alert.unit_id, gathered.alert.principle)
    facts = next((one for one in gathered.course.waves if int(one.label) == gathered.wave), None)
    if facts is None:
        return None
    opened = reading.open_release(session, facts, ALL)
    found = reading.parts(session, opened, reading.rows(session, opened, [gathered.alert.unit_id]))
    chosen = next((one for one in found if (one.unit_id, one.principle) == place), None)
    if chosen is None:
        return None
    return Split(chosen.change, {name: _part(ends) for name, ends in chosen.parts.items()})


def _part(ends: Sequence[float | None]) -> Size | None:
    points, low, high = (*ends, None, None, None)[:3]
    return None if points is None or low is None or high is None else Size(points, low, high)


def _people(gathered: Gathered) -> People:
    course, alert, change = gathered.course, gathered.alert, gathered.change
    row = course.row(gathered.wave, alert.unit_id, alert.principle)
    now = course.level(gathered.wave, alert.unit_id, alert.principle)
    then = course.level(change.onset_low, alert.unit_id, alert.principle) if change else None
    return People(row.people if row else None, now.asked if now else None, then.asked if then else None)


def _other(session: Session, number: int | None, place: Place) -> Other | None:
    if number is None:
        return None
    found, tree = alerts.alert(session, number), people.whole_tree(session)
    return Other(tree[found.unit_id].name, local_day(found.raised_at, place.company))


def _record(session: Session, alert: AlertFacts, course: Course, place: Place) -> Record:
    until = [one for one in of_falls(alerts.of_programme(session, alert.programme_id)) if one.id <= alert.id]
    earlier = [one for one in until if one.id < alert.id]
    first, last = (course.waves[0].measured_on, course.waves[-1].measured_on) if course.waves else (None, None)
    months = (last.year - first.year) * 12 + last.month - first.month + 1 if first and last else 1
    before = _other(session, earlier[-1].id, place) if earlier else None
    return Record(len(until), months, before, FALSE_ALARMS_PER_YEAR)


def _links(place: Place, alert: AlertFacts) -> Links:
    method = f"{place.base_url}/method?lang={place.language}"
    return Links(f"{place.base_url}/brief", f"{place.base_url}/alerts/{alert.id}", method)
