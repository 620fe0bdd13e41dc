"""From days on the wall to moments in UTC."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_moment(day: date, hour: time, zone: str) -> datetime:
    """The moment at which a clock in this zone shows this hour.

    An hour that summer time leaves out is taken as that much later; of one that comes twice, the first counts.
    """
    shown = datetime.combine(day, hour, tzinfo=ZoneInfo(zone))
    # Before the clocks go forward the offset of fold 0 is the old one, which puts a left-out hour after the gap.
    return shown.replace(fold=0).astimezone(UTC)


def opening_moment(day: date, hour: time, zones: Iterable[str]) -> datetime:
    """When the first of them begins."""
    return min(local_moment(day, hour, zone) for zone in zones)


def closing_moment(last_day: date, zones: Iterable[str]) -> datetime:
    """When the day has ended in the last of them."""
    return max(local_moment(last_day + timedelta(days=1), time(0), zone) for zone in zones)
