"""Set the company up: its name, and what is used where nobody says otherwise."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import available_timezones

from sqlalchemy.orm import Session

from survey.errors import AloftError
from survey.queries.company import set_company
from survey.queries.people import CompanyFacts, company
from survey.services import audit
from survey.translations import LANGUAGES


class NotSetUp(AloftError):
    """The company cannot be set up with what was given."""


def set_up(session: Session, given: dict[str, str], *, now: datetime) -> bool:
    """Take over what is given of name, language, time_zone and contact; whether that changed anything."""
    before = company(session)
    if before is None and not {"name", "contact"} <= set(given):
        raise NotSetUp("got no company; wanted --company and --contact, the first time")
    facts = replace(before or CompanyFacts("", "en", "UTC", ""), **given)
    _check(facts)
    if facts == before:
        return False
    set_company(session, facts)
    details: dict[str, audit.Detail] = {"language": facts.language, "time_zone": facts.time_zone}
    audit.record(session, action=audit.Action.COMPANY_SET_UP, account_id=None, details=details, now=now)
    return True


def _check(facts: CompanyFacts) -> None:
    if not facts.name.strip() or len(facts.name) > 200:
        raise NotSetUp(f"--company: got {facts.name[:200]!r}; wanted a name of 1 to 200 characters")
    if not facts.contact.strip() or len(facts.contact) > 254:
        raise NotSetUp(f"--contact: got {facts.contact[:254]!r}; wanted whom people may ask, in 1 to 254 characters")
    if facts.language not in LANGUAGES:
        raise NotSetUp(f"--language: got {facts.language!r}; wanted one of {', '.join(LANGUAGES)}")
    if facts.time_zone not in available_timezones():
        raise NotSetUp(f"--time-zone: got {facts.time_zone!r}; wanted a name such as Europe/Stockholm")
