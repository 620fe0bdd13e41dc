"""What the company store holds: the company, somebody who may open accounts, a log that holds."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from survey.config import Settings
from survey.queries import accounts, releases
from survey.queries import audit as log
from survey.queries.people import company
from survey.services.audit import check_chain
from survey.services.doctor.alerts import alerts
from survey.services.doctor.chats import chats
from survey.services.doctor.finding import Finding, broken, fine, warning
from survey.services.doctor.surroundings import time_zones
from survey.services.doctor.wave_hook import wave_hook
from survey.services.release import chain


def contents(session: Session, settings: Settings) -> Iterator[Finding]:
    yield from facts(session)
    if accounts.n_admins(session) == 0:
        yield warning("Nobody is admin.", mend="aloft account add ADDRESS --role admin")
    yield from alerts(session, settings)
    yield from wave_hook(settings)
    yield from chats(settings)
    yield audit_log(session)
    yield published(session)


def facts(session: Session) -> Iterator[Finding]:
    found = company(session)
    if found is None:
        yield broken("No company is set up.", mend="aloft init --company NAME --contact ADDRESS")
        return
    yield fine(f"The company is {found.name}; people may ask {found.contact}.")
    zone = time_zones(found.time_zone)
    if zone.mend:
        yield zone


def audit_log(session: Session) -> Finding:
    number, last = check_chain(session), log.last_entry(session)
    if number is not None:
        return broken(
            f"The audit log does not hold: entry {number} was changed, left out or put in afterwards.",
            mend="nothing mends the log itself; a backup shows what stood there, and the server's logs who had access",
        )
    if last is None:
        return fine("The audit log is empty.")
    return fine(f"The audit log holds, to entry {last.number} with the mark {last.entry_hash.hex()[:16]}.")


def published(session: Session) -> Finding:
    number, last = chain.check_chain(session), releases.last(session)
    if number is not None:
        return broken(
            f"What was published does not hold: release {number} was changed, left out or put in afterwards.",
            mend="tell those who read results; a backup shows what was published, the server's logs who had access",
        )
    if last is None:
        return fine("No wave has been published yet.")
    return fine(f"What was published holds, to release {last.number} with the mark {last.entry_hash.hex()[:16]}.")
