"""The days of the made-up company: eighteen waves lie behind it, and the nineteenth opened a few days ago."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from survey.scheduling.dates import WaveDates, wave_dates
from survey.scheduling.plan import Plan
from survey.services.living.story import N_WAVES

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
DAYS_OPEN = range(4, 12)
"""Days since the opening: at least so many that a reminder has gone out, and the wave has not closed."""
HOME_ZONE = "Europe/Stockholm"


@dataclass(frozen=True, slots=True)
class Months:
    """The plan of the programme, and its waves up to the one that is open."""

    plan: Plan
    waves: tuple[WaveDates, ...]

    @property
    def opens_on(self) -> list[date]:
        return [one.opens_on for one in self.waves]


def months_until(now: datetime) -> Months:
    """Waves on the same weekday of each month, such as every second Tuesday."""
    latest = next(day for days in DAYS_OPEN if _comes_every_month(day := now.date() - timedelta(days=days)))
    rule = f"FREQ=MONTHLY;BYDAY={_week(latest)}{WEEKDAYS[latest.weekday()]}"
    month = latest.replace(day=1) - relativedelta(months=N_WAVES - 1)
    plan = Plan(rule=rule, starts_on=month, hour=time(9), home_zone=HOME_ZONE)
    waves = tuple(wave_dates(plan, n=N_WAVES))
    return Months(replace(plan, starts_on=waves[0].opens_on), waves)


def _comes_every_month(day: date) -> bool:
    return day.weekday() < len(WEEKDAYS) and _week(day) <= 4


def _week(day: date) -> int:
    return (day.day - 1) // 7 + 1


def hours_between(first: datetime, last: datetime) -> Iterator[datetime]:
    moment = first
    while moment <= last:
        yield moment
        moment += timedelta(hours=1)
