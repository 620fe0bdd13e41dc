"""Mails that wait to leave."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from survey.models.company.work import OutboxMail


def add_mail(session: Session, *, business_key: str, kind: str, details: Mapping[str, Any], due_at: datetime) -> None:
    """Let a mail of this kind leave from that moment on."""
    session.execute(
        insert(OutboxMail).values(business_key=business_key, kind=kind, details=dict(details), due_at=due_at)
    )
