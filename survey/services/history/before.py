"""History comes first, once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.queries import history, people, programme, releases, waves
from survey.services.schedule import calendar


def check_possible(session: Session, content_hash: bytes) -> None:
    """Raises NotPossible where there is no company, where a wave was published, or a history was imported."""
    if people.company(session) is None or not people.whole_tree(session):
        raise NotPossible("got a company without units; wanted people first: `aloft people import`")
    if (known := history.history(session)) is not None:
        same = "the same content (SHA-256)" if known.content_hash == content_hash else "other files"
        raise NotPossible(
            f"got {same} after the import of {known.imported_at:%Y-%m-%d} ({', '.join(known.files)}: {known.n_waves} "
            f"waves, {known.begins_on} to {known.ends_on}); wanted one import of all files: what was published stays"
        )
    closed = [facts.label for facts in releases.chain(session) if facts.wave_id is not None]
    if closed:
        raise NotPossible(
            f"got a history after wave {closed[0]} was closed and published; wanted it before: history comes first, "
            "because releases are bound to the ones before them"
        )


def history_ends_before(session: Session, now: datetime) -> date:
    """The day of the first wave of the programme, if there is one, but not after today."""
    facts = people.company(session)
    days = [now.astimezone(ZoneInfo(facts.time_zone if facts else "UTC")).date()]
    days += [wave.opens_on for wave in waves.all_waves(session)[:1]]
    running = programme.current_programme(session)
    if running is not None:
        days += [wave.opens_on for wave in calendar(session, running)]
    return min(days)
