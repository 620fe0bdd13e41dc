"""Days and shares as these pages say them."""

from datetime import date

THIN = "\N{NARROW NO-BREAK SPACE}"
FIRM = "\N{NO-BREAK SPACE}"


def spoken(day: date, today: date) -> str:
    """As in Friday 4 December, on one line; with the year where it is another one than today's."""
    year = "" if day.year == today.year else f"{FIRM}{day.year}"
    return f"{day:%A} {day.day}{FIRM}{day:%B}{year}"


def percent(part: int, whole: int) -> str:
    """As in 70 %."""
    return f"{100 * part / whole:.0f}{THIN}%"
