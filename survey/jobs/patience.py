"""How long to wait before a job or mail is tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from survey.queries.work import Claimed


@dataclass(frozen=True, slots=True)
class Patience:
    """Twice as long after each fault, up to a limit; up to so many attempts: two and a half days by default."""

    first_seconds: float = 30
    longest_seconds: float = 3600
    attempts: int = 80

    def retry_at(self, claimed: Claimed, *, now: datetime) -> datetime | None:
        """None when it has been tried often enough."""
        if claimed.attempts >= self.attempts:
            return None
        doubled = self.first_seconds * 2.0 ** min(claimed.attempts - 1, 30)
        return now + timedelta(seconds=min(doubled, self.longest_seconds) * _spread(claimed))


def _spread(claimed: Claimed) -> float:
    """Between ½ and 1, by the key: what failed together does not come back together, yet always at the same time."""
    return 0.5 + crc32(f"{claimed.business_key} {claimed.attempts}".encode()) / 2**33
