"""What anybody may know: which questions are asked, how small a group is never shown, when the next pulse opens."""

from dataclasses import dataclass
from datetime import date, datetime

from survey.db import Stores
from survey.queries import people, programme
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.reading import ours
from survey.scheduling.plan import LONGEST_EPOCH, SMALLEST_K
from survey.services import questions
from survey.services.release.certificate import Certificate, newest_certificate
from survey.services.smallest import COMPANY_LEVEL_BELOW
from survey.services.upcoming import next_wave

YEARS_PER_FALSE_ALERT = 10
"""At the rate of false alarms that the engine is given."""


@dataclass(frozen=True, slots=True)
class PublicMethod:
    questionnaire: Questionnaire
    k: int
    epoch_months: int
    years_per_false_alert: int
    is_company_alone: bool
    certificate: Certificate | None


def public_method(stores: Stores, *, now: datetime) -> PublicMethod:
    """Of the programme that runs; before there is one, of what it would be by default.

    A company of fewer people than `COMPANY_LEVEL_BELOW` is shown as a whole alone.
    """
    with stores.company.read() as session:
        n_people = people.n_belonging_on(session, now.date())
        is_alone = 0 < n_people < COMPANY_LEVEL_BELOW
        plan, certificate = programme.current_programme(session), newest_certificate(session)
        if plan is None:
            return PublicMethod(ours(), SMALLEST_K, LONGEST_EPOCH, YEARS_PER_FALSE_ALERT, is_alone, certificate)
        asked = questions.questionnaire(session, plan.questionnaire)
    return PublicMethod(asked, plan.k, plan.epoch_months, YEARS_PER_FALSE_ALERT, is_alone, certificate)


def next_opening(stores: Stores, *, now: datetime) -> date | None:
    """The day on which the next wave opens; None if no one knows."""
    with stores.company.read() as session:
        plan = programme.current_programme(session)
        dates = None if plan is None or plan.state != "running" else next_wave(session, plan)
    return dates.opens_on if dates is not None and dates.opens_on >= now.date() else None
