"""The question that has moved most since before a fall, among those that are shown of a unit."""

import math
from collections.abc import Iterator

from sqlalchemy.orm import Session

from survey.mail.writing.alerted import Moved, Size
from survey.queries import waves
from survey.queries.alerts import AlertFacts
from survey.questionnaires.questionnaire import Item, Kind, Questionnaire
from survey.services import questions
from survey.services.alerting.trend import Course
from survey.services.release.shown import item_cell
from survey.translations import SOURCE_LANGUAGE


def moved_most(session: Session, course: Course, alert: AlertFacts, *, onset: int, language: str) -> Moved | None:
    """None where no question is shown both before the fall and in the last waves."""
    questionnaire = _questionnaire(session, course)
    if questionnaire is None:
        return None
    found = [(size, item) for item in _items(questionnaire, alert) if (size := _change(course, alert, item, onset))]
    if not found:
        return None
    size, item = min(found, key=lambda one: (one[0].points, one[1].code))
    text = item.text.get(language) or item.text[SOURCE_LANGUAGE]
    return Moved(text, size) if size.points < 0 else None


def _questionnaire(session: Session, course: Course) -> Questionnaire | None:
    last = course.waves[-1].wave_id if course.waves else None
    return None if last is None else questions.questionnaire(session, waves.wave(session, last).questionnaire)


def _items(questionnaire: Questionnaire, alert: AlertFacts) -> Iterator[Item]:
    return (one for one in questionnaire.items if one.principle == alert.principle and one.kind is Kind.RATED)


def _change(course: Course, alert: AlertFacts, item: Item, onset: int) -> Size | None:
    """Between the last wave before the onset in which it is shown and the newest since."""
    shown = {number: row for number in course.numbers() if (row := course.row(number, alert.unit_id, item.code))}
    before = [number for number in shown if number < onset]
    since = [number for number in shown if number >= onset]
    if not before or not since:
        return None
    then, now = item_cell(shown[max(before)], item), item_cell(shown[max(since)], item)
    if then.value is None or now.value is None or then.half is None or now.half is None:
        return None
    change, half = now.value - then.value, math.hypot(then.half, now.half)
    return Size(change, change - half, change + half)
