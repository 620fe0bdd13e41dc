"""What a view works with: the settings, the stores, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from flask import current_app

from survey.config import Settings
from survey.db import Stores

EXTENSION = "aloft"


@dataclass(frozen=True, slots=True)
class Service:
    """Stands in `app.extensions["aloft"]`."""

    settings: Settings
    stores: Stores
    clock: Callable[[], datetime]
    secret: bytes = field(repr=False)

    @property
    def is_https(self) -> bool:
        return self.settings.base_url.startswith("https://")


def service() -> Service:
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Service)  # noqa: S101 -- tells mypy what create_app put there
    return found
