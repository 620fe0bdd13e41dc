"""How many mails may leave now, so that no hour sees more than a provider allows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """`count` mails may leave now; if none, one may at `next_at`."""

    count: int
    next_at: datetime | None


def pace(departures: Iterable[datetime], *, per_hour: int, now: datetime) -> Pace:
    """Any 60 minutes hold at most `per_hour` departures, those of the last hour being given in any order."""
    if per_hour < 1:
        raise ValueError(f"got {per_hour} mails an hour; wanted 1 or more")
    recent = sorted(moment for moment in departures if moment > now - HOUR)
    free = per_hour - len(recent)
    return Pace(free, None) if free > 0 else Pace(0, recent[-per_hour] + HOUR)
