"""A door behind which nothing is kept."""

from dataclasses import dataclass, replace

from survey.services.answering.preview import preview_pulse
from survey.services.answering.pulse import Pulse, Sent
from survey.web.layout import company_facts
from survey.web.pulse.door import ClosedPage, MethodPage
from survey.web.pulse.service_door import ServiceDoor
from survey.web.service import service


@dataclass(frozen=True, slots=True)
class PreviewDoor:
    """Opens to whatever language stands in the place of a token; `is_answered` is what it says of its person."""

    language: str
    is_answered: bool = False

    def open(self, token: str, language: str | None) -> Pulse | None:
        here, company = service(), company_facts()
        if company is None:
            return None
        with here.stores.company.read() as session:
            return preview_pulse(
                session, company, language=language or token, is_answered=self.is_answered, now=here.clock()
            )

    def send(self, token: str, sent: Sent) -> bool:  # noqa: ARG002 -- nothing is kept of either
        return True

    def withdraw(self, token: str) -> bool:  # noqa: ARG002 -- as above
        return True

    def closed_page(self) -> ClosedPage:
        return replace(self._real().closed_page(), language=self.language)

    def method(self, language: str | None) -> MethodPage:
        return self._real().method(language or self.language)

    def _real(self) -> ServiceDoor:
        return ServiceDoor(service().stores, service().clock)
