"""Everything the doctor looks at, in the order in which one would mend it."""

from collections.abc import Iterator

from sqlalchemy.engine import URL

from survey.config import Settings
from survey.db import Store, engine_of
from survey.services.doctor.backups import backups
from survey.services.doctor.company import contents
from survey.services.doctor.finding import Finding, Severity, broken
from survey.services.doctor.places import UnknownPlace, addresses, apart, disks
from survey.services.doctor.provider import provider
from survey.services.doctor.stores import store
from survey.services.doctor.surroundings import surroundings


def examine(settings: Settings) -> Iterator[Finding]:
    """All findings; what stands on a broken store is not looked at."""
    yield from surroundings(settings)
    yield from provider(settings)
    try:
        found = addresses(settings)
    except UnknownPlace as fault:
        yield broken(str(fault), mend="write sqlite:///FILE or postgresql://USER@HOST/DATABASE")
        return
    yield from apart(found)
    yield from disks(found)
    yield from _stores(found, settings)


def _stores(found: dict[str, URL], settings: Settings) -> Iterator[Finding]:
    is_sound = True
    for name, url in found.items():
        for finding in store(name, url):
            is_sound = is_sound and not (name == "company" and finding.severity is Severity.BROKEN)
            yield finding
    if is_sound:
        opened = Store(engine_of(found["company"].render_as_string(hide_password=False)))
        with opened.read() as session:
            yield from contents(session, settings)
        opened.engine.dispose()
    yield backups(settings)
