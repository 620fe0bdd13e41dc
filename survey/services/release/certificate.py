"""What a release says of itself: proved or not, how, when, and its place in the chain."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import releases
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
    """Of the release that was made last."""
    last = releases.last(session)
    return None if last is None else certificate_of(last, last.number)


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
