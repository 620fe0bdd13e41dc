"""A clock that stands until it is moved."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.survey.company import NOW


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)
