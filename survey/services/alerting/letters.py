"""Mails of alerts and watch lists become letters when they leave; what is not needed any more becomes none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dashboards.board.values import BandMove
from survey.mail.letter import Letter
from survey.mail.writing.alert import write_alert
from survey.mail.writing.alerted import Since, Size
from survey.mail.writing.watch_list import Watched, WatchList, write_watch_list
from survey.mail.writing.watched_bands import GAP, WatchedBand
from survey.queries import accounts, alerts, people, releases, waves
from survey.queries.people import CompanyFacts
from survey.queries.releases import ReleaseFacts, Told
from survey.queries.work import ClaimedMail
from survey.services.alerting import delivering, digest
from survey.services.alerting.reading import is_told_today
from survey.services.alerting.telling import Place, alerted, gather, local_day, trend_of
from survey.services.estimates.band_moves import band_moves
from survey.services.release import reading
from survey.services.rights import Role


@dataclass(frozen=True, slots=True)
class Desk:
    """What letters are written with; `domain` is the sender's."""

    company: CompanyFacts
    base_url: str
    domain: str


def alert_letter(session: Session, mail: ClaimedMail, desk: Desk) -> Letter | None:
    """None for who is CEO no more, and for a second mail that an acknowledgement has overtaken."""
    again = bool(mail.details.get("again"))
    roles = (Role.CEO, Role.HR) if again else (Role.CEO,)
    alert, to = alerts.find(session, mail.details["alert"]), accounts.recipient(session, mail.details["account"], roles)
    if alert is None or to is None or not is_told_today(session, alert) or (again and alert.state != "open"):
        return None
    address, language = to
    gathered = gather(session, alert, as_known=again)
    sent_on = local_day(alert.raised_at, desk.company) if again else None
    told = alerted(session, gathered, Place(desk.company, language, desk.base_url), sent_on=sent_on)
    return write_alert(told, trend_of(gathered), address, key=mail.business_key, domain=desk.domain)


def watch_list_letter(session: Session, mail: ClaimedMail, desk: Desk) -> Letter | None:
    """None where nothing of it may be shown today."""
    to = accounts.recipient(session, mail.details["account"], (Role.HR,))
    facts = next((one for one in releases.chain(session) if one.number == mail.details["release"]), None)
    if to is None or facts is None:
        return None
    listed = _watch_list(session, facts, desk, language=to[1])
    if not (listed.new or listed.kept or listed.gone or listed.bands):
        return None
    return write_watch_list(listed, to[0], key=mail.business_key, domain=desk.domain)


Write = Callable[[Session, ClaimedMail, Desk], Letter | None]
WRITERS: dict[str, Write] = {delivering.MAIL: alert_letter, digest.MAIL: watch_list_letter}


def _watch_list(session: Session, facts: ReleaseFacts, desk: Desk, *, language: str) -> WatchList:
    opened = reading.open_release(session, facts, digest.HR)
    compared = digest.compare(reading.told(session, opened), digest.told_before(session, facts))
    names = {unit: node.name for unit, node in people.whole_tree(session).items()}
    programme = waves.wave(session, facts.wave_id or 0).programme
    days = {wave.number: wave.opens_on for wave in waves.waves_of(session, programme)}
    lists = (tuple(_watched(one, names, days) for one in part) for part in (compared.new, compared.kept, compared.gone))
    new, kept, gone = lists
    link = f"{desk.base_url}/manage/waves/{opened.number}/release"
    bands = tuple(_band(one, days) for one in band_moves(session, opened))
    of_whom = desk.company.name, desk.company.contact
    return WatchList(*of_whom, language, opened.number, new, kept, gone, link, bands)


def _band(one: BandMove, days: dict[int, date]) -> WatchedBand:
    size = None if one.size is None else Size(abs(one.size.value), one.size.low, one.size.high)
    band = GAP if one.factor == "level" else one.band
    onset = days.get(one.onset, min(days.values()))
    return WatchedBand(band, one.principle, one.direction, onset, size, has_grown=one.has_grown)


def _watched(told: Told, names: dict[int, str], days: dict[int, date]) -> Watched:
    first = min(days.values())
    since = Since(*(days.get(number, first) for number in (told.onset, told.onset_low, told.onset_high)))
    has_size = told.points is not None and told.low is not None and told.high is not None
    size = Size(told.points or 0.0, told.low or 0.0, told.high or 0.0) if has_size else None
    return Watched(names[told.unit_id], told.principle, told.direction, since, size)
