"""The question that has moved most since before a fall, among those that are shown of a unit."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from dashboards.board.questions import far
from survey.mail.writing.alerted import Moved, Size
from survey.queries import waves
from survey.queries.alerts import AlertFacts
from survey.questionnaires.questionnaire import Item, Kind, Questionnaire
from survey.services import questions
from survey.services.alerting.trend import Course
from survey.services.estimates import question_moves
from survey.translations import SOURCE_LANGUAGE


def moved_most(session: Session, course: Course, alert: AlertFacts, *, onset: int, language: str) -> Moved | None:
    """None where no question that fell is shown both before the fall and in the last wave."""
    questionnaire = _questionnaire(session, course)
    if questionnaire is None:
        return None
    fallen = [
        (one.change, item) for item in _items(questionnaire, alert) if (one := _moved(course, alert, item, onset))
    ]
    fallen = [(change, item) for change, item in fallen if change.value < 0]
    if not fallen:
        return None
    change, item = max(fallen, key=lambda one: far(one[0]))
    text = item.text.get(language) or item.text[SOURCE_LANGUAGE]
    return Moved(text, Size(change.value, change.low, change.high))


def _questionnaire(session: Session, course: Course) -> Questionnaire | None:
    last = course.waves[-1].wave_id if course.waves else None
    return None if last is None else questions.questionnaire(session, waves.wave(session, last).questionnaire)


def _items(questionnaire: Questionnaire, alert: AlertFacts) -> Iterator[Item]:
    return (one for one in questionnaire.items if one.principle == alert.principle and one.kind is Kind.RATED)


def _moved(course: Course, alert: AlertFacts, item: Item, onset: int) -> question_moves.Moved | None:
    numbers = course.numbers()
    shown = [(number, row) for number in numbers if (row := course.row(number, alert.unit_id, item.code))]
    return question_moves.moved_in(item, shown, wave=numbers[-1], onset=onset)
