"""What is put into a queue, and what a worker gets out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from survey.models.company.work import Job, OutboxMail

Details = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job to do once, not before it is due. Its key says what it is for: no second job gets the same."""

    table: ClassVar[type[Job] | type[OutboxMail]] = Job

    business_key: str
    kind: str
    due_at: datetime
    details: Details = field(default_factory=dict)

    def columns(self) -> dict[str, Any]:
        return {
            "business_key": self.business_key,
            "kind": self.kind,
            "due_at": self.due_at,
            "details": dict(self.details),
        }


@dataclass(frozen=True, slots=True)
class NewMail(NewJob):
    """A mail to send once. With its invitation it goes when the wave closes."""

    table: ClassVar[type[Job] | type[OutboxMail]] = OutboxMail

    invitation_id: bytes | None = None

    def columns(self) -> dict[str, Any]:
        return {**NewJob.columns(self), "invitation_id": self.invitation_id}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in the hand of one worker, as long as its fence is that of the row."""

    table: ClassVar[type[Job] | type[OutboxMail]] = Job

    id: int
    business_key: str
    kind: str
    details: Details
    fence: int
    attempts: int


@dataclass(frozen=True, slots=True)
class ClaimedMail(Claimed):
    """A mail in the hand of one worker."""

    table: ClassVar[type[Job] | type[OutboxMail]] = OutboxMail

    invitation_id: bytes | None
