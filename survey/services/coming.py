"""The wave that comes next, as far as anybody can tell today: what is shown of it before it opens."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import programme, replies, waves
from survey.queries.replies import ReplyFacts
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.reading import ours
from survey.scheduling.plan import LONGEST_EPOCH, SMALLEST_K
from survey.services import questions
from survey.services.schedule import calendar

DAYS_OPEN = timedelta(days=11)
"""Of a wave nobody has planned: from a Monday to the Friday of the week after."""


@dataclass(frozen=True, slots=True)
class Coming:
    """`is_planned` is False without a programme that goes on; its dates are then only an example."""

    number: int
    opens_on: date
    last_day: date
    next_on: date | None
    k: int
    epoch_months: int
    with_module: bool
    questionnaire: Questionnaire
    reply: ReplyFacts | None
    is_planned: bool


def coming_wave(session: Session, *, now: datetime) -> Coming:
    plan = programme.current_programme(session)
    if plan is None:
        return _example(now.date())
    number = waves.last_number(session, plan.id) + 1
    dates = calendar(session, plan, first=number, n=2)
    first = dates[0] if dates else None
    return Coming(
        number=number,
        opens_on=first.opens_on if first else now.date(),
        last_day=first.last_day if first else now.date() + DAYS_OPEN,
        next_on=dates[1].opens_on if len(dates) > 1 else None,
        k=plan.k,
        epoch_months=plan.epoch_months,
        with_module=plan.with_module,
        questionnaire=questions.questionnaire(session, plan.questionnaire),
        reply=replies.reply_before(session, programme=plan.id, number=number),
        is_planned=first is not None,
    )


def _example(today: date) -> Coming:
    """The first wave of a programme as we would make it, were it to open today."""
    last_day = today + DAYS_OPEN
    return Coming(1, today, last_day, None, SMALLEST_K, LONGEST_EPOCH, False, ours(), None, is_planned=False)
