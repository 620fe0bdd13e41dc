"""What a release says of itself: proved or not, how, when, and its place in the chain."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import newest, releases
from survey.queries.releases import ReleaseFacts


@dataclass(frozen=True, slots=True)
class Certificate:
    """`verdict` is "proved", "nothing shown" or "not proved". How many groups there were is nobody's business."""

    label: str
    version: int
    verdict: str
    method: str
    k: int
    made_at: datetime
    mark: str
    place: int
    n_releases: int


def newest_certificate(session: Session) -> Certificate | None:
    """Of the release of a wave that was made last; what was imported has no certificate of ours."""
    last, of_waves = releases.last(session), [one for one in newest.newest(session) if one.wave_id is not None]
    made_last = max(of_waves, key=lambda one: one.number, default=None)
    return None if made_last is None or last is None else certificate_of(made_last, last.number)


def certificate_of(facts: ReleaseFacts, n_releases: int) -> Certificate:
    return Certificate(
        label=facts.label,
        version=facts.version,
        verdict=str(facts.certificate.get("verdict", "")),
        method=str(facts.certificate.get("method", "")),
        k=facts.k,
        made_at=facts.made_at,
        mark=facts.entry_hash.hex(),
        place=facts.number,
        n_releases=n_releases,
    )
