"""Moments as the company reads them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from survey.web.layout import company_facts


def local(moment: datetime) -> str:
    """The moment in the time zone of the company: "16 November 2026, 10:30"."""
    facts = company_facts()
    there = moment.astimezone(ZoneInfo(facts.time_zone) if facts else UTC)
    return f"{there.day} {there:%B %Y, %H:%M}"
