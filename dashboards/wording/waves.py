"""Waves and rates in words."""

from math import floor

from dashboards.wording.numbers import KEPT, WORDS, rounded

FIRST_YEAR = 1000


def spoken(label: str) -> str:
    """A wave's label in a sentence: as given, only that a bare number gets the word "wave"."""
    return f"wave{KEPT}{label}" if is_serial(label) else label


def is_serial(label: str) -> bool:
    """Whether the label is a serial number, not a year or a name."""
    return label.isascii() and label.isdigit() and int(label) < FIRST_YEAR


def onset_range(low: str, high: str) -> str:
    """When a change began, as a range; one label if both ends are the same."""
    if low == high:
        return spoken(low)
    return f"{'waves ' if is_serial(low) else ''}{low} to {high}"


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
