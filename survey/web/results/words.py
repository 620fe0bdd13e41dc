"""Numbers as the pages of results write them, in the language of the page."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from survey.web.language import dated, language, number

MINUS, THIN, FIRM = "\N{MINUS SIGN}", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
MONTHS = {"es": f"LLLL{FIRM}'de'{FIRM}y"}


def points(value: float, digits: int = 0) -> str:
    """As in 64, or 6.6 where a tenth matters."""
    return _written(round(value, digits), digits, language())


@lru_cache(maxsize=4096)
def _written(value: float, digits: int, tongue: str) -> str:
    pattern = "0" if not digits else "0." + "0" * digits
    return str(format_decimal(value, format=pattern, locale=Locale.parse(tongue, sep="-")))


def plus_minus(half: float, digits: int = 0) -> str:
    return f"±{FIRM}{points(half, digits)}"


def change(value: float) -> str:
    """As in −3, 0 or +3."""
    whole = round(value)
    return f"{MINUS}{-whole}" if whole < 0 else f"+{whole}" if whole else "0"


def n_people(told: str) -> str:
    """A count, or a band as it is."""
    return number(int(told)) if told.isdigit() else told


def month_of_year(day: date) -> str:
    """As in February 2026, on one line."""
    return dated(day, MONTHS.get(language(), f"LLLL{FIRM}y"))


FILTERS: Mapping[str, Callable[..., str]] = {
    "points": points,
    "plus_minus": plus_minus,
    "change": change,
    "n_people": n_people,
    "month_of_year": month_of_year,
}
