"""What the page of an alert shows: its words as they are known now, and what became of it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.mail.writing.alert import alert_sheet
from survey.mail.writing.alert_page import PageWords, Seen, Standing, page_words
from survey.mail.writing.sheet import Sheet
from survey.mail.writing.words import Words
from survey.models.company.alerts import LONGEST_NOTE
from survey.queries import accounts, alerts, people
from survey.queries.alerts import AlertFacts
from survey.queries.people import CompanyFacts
from survey.services.alerting.reading import is_told_today
from survey.services.alerting.telling import Place, alerted, gather, local_day


@dataclass(frozen=True, slots=True)
class AlertPage:
    """The words of the mail, the state, and whether it can be acknowledged; `wave` is the last that is spoken of."""

    alert: AlertFacts
    sheet: Sheet
    words: PageWords
    wave: int
    can_acknowledge: bool
    longest: int = LONGEST_NOTE


def alert_page(session: Session, number: int, *, language: str, base_url: str) -> AlertPage | None:
    """None where there is no such alert."""
    alert, company = alerts.find(session, number), people.company(session)
    if alert is None or company is None or not is_told_today(session, alert):
        return None
    gathered = gather(session, alert, as_known=True)
    told = alerted(session, gathered, Place(company, language, base_url))
    words = page_words(language, _standing(session, alert, company), longest=LONGEST_NOTE)
    can = alert.kind != "recovery" and alert.acknowledged_at is None
    return AlertPage(alert, alert_sheet(Words(language), told), words, gathered.wave, can)


def _standing(session: Session, alert: AlertFacts, company: CompanyFacts) -> Standing:
    seen = None
    if alert.acknowledged_at is not None:
        address = accounts.address_of(session, alert.acknowledged_by) if alert.acknowledged_by else None
        by = address or f"account {alert.acknowledged_by or 0}"
        seen = Seen(local_day(alert.acknowledged_at, company), by, alert.note)
    repeated = None if alert.repeated_at is None else local_day(alert.repeated_at, company)
    return Standing(seen, alert.recovered_in, repeated, alert.kind != "recovery")
