"""What the made-up companies of these tests share: their months, the slide in Delivery, the fall in Ingest."""

from dataclasses import replace
from datetime import date, timedelta

from dashboards.board.values import Found, Range, Split, Wave

SLIDE = Found("alarm", 0, "equal_say", "down", "ramp", 18, 9, 8, 11, Range(9, 6, 12), "strong", None, "open", 2)
CRASH = Found("alarm", 0, "learning", "down", "step", 16, 16, 16, 16, Range(16, 10, 22), "very strong",
              state="acknowledged", alert=1, acknowledged_on=date(2026, 10, 20))  # fmt: skip


def slide(unit: int, split: Split) -> Found:
    return replace(SLIDE, unit=unit, split=split)


def crash(unit: int) -> Found:
    return replace(CRASH, unit=unit)


def month(number: int) -> date:
    """On which a wave opened: the second day of a month, from June 2025 on."""
    return date(2025 + (4 + number) // 12, (4 + number) % 12 + 1, 2)


def closed_wave(number: int, *, asked: int, answered: int, days: int = 17) -> Wave:
    """The answers of a year are linked."""
    opened = month(number)
    return Wave(number, opened, opened + timedelta(days=days), asked, answered, 1 + (number > 12), "aloft-1")
