"""What a view works with: the settings, the stores, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flask import current_app

from survey.config import Settings
from survey.db import Stores
from survey.services.provider import Provider
from survey.services.sign_in import Limits

EXTENSION = "aloft"


@dataclass(frozen=True, slots=True)
class Service:
    """Stands in `app.extensions["aloft"]`."""

    settings: Settings
    stores: Stores
    clock: Callable[[], datetime]
    secret: bytes = field(repr=False)
    provider: Provider | None = None

    @property
    def limits(self) -> Limits:
        """How long a sign-in lasts."""
        return Limits(
            idle=timedelta(hours=self.settings.session_hours), longest=timedelta(days=self.settings.session_days)
        )

    @property
    def is_https(self) -> bool:
        return self.settings.base_url.startswith("https://")


def service() -> Service:
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Service)  # noqa: S101 -- tells mypy what create_app put there
    return found
