"""A sign-in that was begun, and waits in the browser for the provider's answer."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from survey.services.tokens import random_token

LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Pending:
    """`state` binds the answer to the browser, `nonce` the token to the question, `verifier` the code to us (PKCE)."""

    state: str
    nonce: str
    verifier: str
    begun_at: float

    @classmethod
    def fresh(cls, now: datetime) -> "Pending":
        return cls(random_token(), random_token(), random_token(), now.timestamp())

    @classmethod
    def read(cls, kept: Any, *, now: datetime) -> "Pending | None":
        """What a browser kept, as long as it is of use."""
        try:
            found = cls(**kept)
            age = now - datetime.fromtimestamp(found.begun_at, UTC)
        except (TypeError, ValueError):
            return None
        return found if timedelta() <= age < LASTS else None

    def written(self) -> dict[str, Any]:
        return asdict(self)
