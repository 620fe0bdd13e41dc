"""The door of this service: what the pages ask, answered out of the stores."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.exc import SQLAlchemyError

from survey.db import Stores
from survey.services.answering.desk import Desk
from survey.services.answering.public import next_opening, public_method
from survey.services.answering.pulse import Pulse, Sent
from survey.web.pulse.door import ClosedPage, MethodPage, NotSaved

log = logging.getLogger(__name__)


class ServiceDoor:
    """One per process."""

    def __init__(self, stores: Stores, clock: Callable[[], datetime]) -> None:
        self._stores = stores
        self._clock = clock
        self._desk = Desk(stores, clock)

    def open(self, token: str, language: str | None) -> Pulse | None:
        return self._desk.open(token, language)

    def send(self, token: str, sent: Sent) -> bool:
        try:
            return self._desk.send(token, sent)
        except SQLAlchemyError as error:
            # Not its text, which holds what was to be stored.
            log.error("answers were not saved: %s", type(error).__name__)  # noqa: TRY400 -- a trace holds the same
            raise NotSaved from None

    def withdraw(self, token: str) -> bool:
        return self._desk.withdraw(token)

    def closed_page(self) -> ClosedPage:
        company = self._desk.company()
        opens_on: date | None = next_opening(self._stores, now=self._clock())
        return ClosedPage(opens_on, company.contact, company.name, company.language)

    def method(self, language: str | None) -> MethodPage:
        company, found = self._desk.company(), public_method(self._stores, now=self._clock())
        wanted = (language or company.language, company.language, *found.questionnaire.languages)
        return MethodPage(
            company=company.name,
            language=next(one for one in wanted if one in found.questionnaire.words),
            contact=company.contact,
            questionnaire=found.questionnaire,
            k=found.k,
            epoch_months=found.epoch_months,
            years_per_false_alert=found.years_per_false_alert,
            menu=("company",) if found.is_company_alone else ("units", "items", "level", "tenure", "movement"),
            certificate=found.certificate,
        )
