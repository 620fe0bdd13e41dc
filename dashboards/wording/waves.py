"""Waves and rates in words."""

import re
from math import floor

from dashboards.wording.numbers import KEPT, WORDS, rounded

FIRST_YEAR = 1000
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(label: str) -> str:
    """A wave's label in a sentence: as given, only that a month gets its name and a bare number the word "wave"."""
    if month := MONTH.fullmatch(label):
        return f"{MONTHS[int(month[2]) - 1]}{KEPT}{month[1]}"
    return f"wave{KEPT}{label}" if is_serial(label) else label


def short(label: str) -> str:
    """A wave's label on an axis and in the head of a table, "Apr 2024"."""
    month = MONTH.fullmatch(label)
    return f"{MONTHS[int(month[2]) - 1][:3]} {month[1]}" if month else label


def is_serial(label: str) -> bool:
    """Whether the label is a serial number, not a year or a name."""
    return label.isascii() and label.isdigit() and int(label) < FIRST_YEAR


def wave_range(low: str, high: str, near: str = "") -> str:
    """From one wave to another; one label if both ends are the same; no year where `near` has said it."""
    if low == high:
        return spoken(low)
    ends = MONTH.fullmatch(low), MONTH.fullmatch(high)
    if not (ends[0] and ends[1]):
        return f"{'waves ' if is_serial(low) else ''}{low} to {high}"
    first, last = (MONTHS[int(end[2]) - 1] for end in ends if end)
    if ends[0][1] != ends[1][1]:
        return f"{spoken(low)} to {spoken(high)}"
    said = MONTH.fullmatch(near)
    return f"{first} to {last}" if said and said[1] == ends[0][1] else f"{first} to {spoken(high)}"


def rate(per_year: float) -> str:
    """How often an alert without a cause comes at most, "once in ten years"."""
    if per_year <= 0:
        return "never"
    if per_year > 1:
        times = rounded(per_year, 0 if floor(per_year) == per_year else 1)
        return "twice a year" if times == "2" else f"{times} times a year"
    years = 1 / per_year
    whole = floor(years + 0.5)
    if whole == 1 and abs(years - 1) < 0.05:
        return "once a year"
    if abs(years - whole) > 0.05:
        return f"once in {rounded(years, 1)} years"
    return f"once in {WORDS[whole] if whole < len(WORDS) else whole} years"
