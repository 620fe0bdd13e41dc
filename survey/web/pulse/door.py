"""What the pages for employees ask of the service."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from survey.questionnaires.questionnaire import Questionnaire
from survey.services.answering.pulse import Pulse, Sent
from survey.services.release.certificate import Certificate

Shown = Literal["company", "units", "items", "level", "tenure", "movement"]


class NotSaved(Exception):
    """The store could not take the answers: it is full, locked or out of reach."""


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """What is said behind every link that is not open."""

    next_on: date | None
    contact: str
    company: str
    language: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """What the public page about the method says of this company.

    `menu` holds the kinds of groups that may be shown; `years_per_false_alert` how long a company in which nothing
    changes waits for a false alert, on average or longer.
    """

    company: str
    language: str
    contact: str
    questionnaire: Questionnaire
    k: int
    epoch_months: int
    years_per_false_alert: int
    menu: tuple[Shown, ...]
    certificate: Certificate | None = None


class Door(Protocol):
    """A request is one call, or `open` and one other; the implementation opens and commits the transactions.

    A language is a wish: `open` and `method` answer in it if they have it, else in the one they would have chosen.
    """

    def open(self, token: str, language: str | None) -> Pulse | None:
        """The pulse behind a link, None unless it is open now; every token costs the same look-up."""

    def send(self, token: str, sent: Sent) -> bool:
        """Save or replace the answers; False if the pulse has been closed meanwhile. Raises NotSaved."""

    def withdraw(self, token: str) -> bool:
        """Delete the answers; False if there were none, or the pulse has been closed meanwhile."""

    def closed_page(self) -> ClosedPage: ...

    def method(self, language: str | None) -> MethodPage: ...
