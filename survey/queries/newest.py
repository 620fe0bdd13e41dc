"""The releases that count: of each wave the newest version."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models.company.releases import Release
from survey.models.company.waves import Wave
from survey.queries.releases import FACTS, ReleaseFacts

# Made once, as a page of results takes longer to put such statements together than to ask them.
_NEWEST_VERSION = select(func.max(Release.version)).where(Release.wave_id == Wave.id).correlate(Wave).scalar_subquery()
_OF_WAVES = select(Release.number).join(Wave, Wave.id == Release.wave_id).where(Release.version == _NEWEST_VERSION)
_NEWEST = (
    select(Release.number)
    .where(Release.wave_id.is_(None) | Release.number.in_(_OF_WAVES))
    .order_by(Release.measured_on, Release.number)
)


def newest_numbers(session: Session) -> list[int]:
    """Of the newest version of each wave's release and of all imported ones, by the day they tell of."""
    return list(session.scalars(_NEWEST))


def numbered(session: Session, numbers: Collection[int]) -> list[ReleaseFacts]:
    """Releases of these numbers, by the day they tell of."""
    wanted = select(*FACTS).where(Release.number.in_(numbers)).order_by(Release.measured_on, Release.number)
    return [ReleaseFacts(*row) for row in session.execute(wanted)]


def newest(session: Session) -> list[ReleaseFacts]:
    """The newest version of each wave's release and all imported ones, by the day they tell of."""
    return numbered(session, newest_numbers(session))
