"""The language in which pages and mails tell of results; whoever speaks is given the translations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from gettext import NullTranslations
from math import floor
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

MINUS = "\N{MINUS SIGN}"
FIRM = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"
Form = Literal["day", "day of year", "month", "month of year", "short month", "short day", "weekday"]

# As people write them, no number parted from its word; CLDR's own patterns shorten names where we do not want it.
FORMS: dict[Form, str] = {
    "day": f"d{FIRM}MMMM",
    "day of year": f"d{FIRM}MMMM{FIRM}y",
    "month": "LLLL",
    "month of year": f"LLLL{FIRM}y",
    "short month": "LLL y",
    "short day": "d MMM y",
    "weekday": f"EEEE d{FIRM}MMMM",
}
FORMS_OF: dict[str, dict[Form, str]] = {
    "de": {
        "day": f"d.{FIRM}MMMM",
        "day of year": f"d.{FIRM}MMMM{FIRM}y",
        "weekday": f"EEEE, d.{FIRM}MMMM",
    },
    "es": {
        "day": f"d{FIRM}'de'{FIRM}MMMM",
        "day of year": f"d{FIRM}'de'{FIRM}MMMM{FIRM}'de'{FIRM}y",
        "month of year": f"LLLL{FIRM}'de'{FIRM}y",
        "weekday": f"EEEE d{FIRM}'de'{FIRM}MMMM",
    },
    "ar": {"weekday": f"EEEE، d{FIRM}MMMM"},
}
LISTS = {"en": "en_GB"}
"""Where a list is written otherwise than the language's first country does it: no comma before "and"."""


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


# A page writes some hundred numbers and dates, mostly the same ones; to write one by its pattern takes a while.


@lru_cache(maxsize=4096)
def _written(size: float, digits: int, language: str) -> str:
    return str(format_decimal(size, format=f"0.{'#' * digits}" if digits else "0", locale=_locale(language)))


@lru_cache(maxsize=2048)
def _dated(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, pattern, locale=_locale(language)))


@dataclass(frozen=True, slots=True)
class Voice:
    """A language, and the catalogue that turns English sentences into it."""

    language: str
    translations: NullTranslations

    @property
    def locale(self) -> Locale:
        return _locale(self.language)

    def text(self, message: str, **values: object) -> str:
        return self.translations.gettext(message) % values

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """One sentence for one, another for several; `n` stands in it as a count."""
        return self.translations.ngettext(singular, plural, n) % {"n": self.count(n), **values}

    def count(self, number: int) -> str:
        return str(format_decimal(number, locale=self.locale))

    def number(self, value: float, digits: int = 0) -> str:
        """With a true minus; halves away from zero, never a minus zero; no digit that is zero behind the point."""
        size = floor(abs(value) * 10**digits + 0.5) / 10**digits
        text = _written(size, digits, self.language)
        return f"{MINUS}{text}" if value < 0 and size else text

    def signed(self, value: float, digits: int = 0) -> str:
        text = self.number(value, digits)
        return f"+{text}" if value > 0 and floor(value * 10**digits + 0.5) else text

    def span(self, low: float, high: float, digits: int = 0) -> str:
        """A range in a sentence, "6 to 12", which never breaks over a line."""
        return self._between(self.number(low, digits), self.number(high, digits))

    def signed_span(self, low: float, high: float, digits: int = 0) -> str:
        return self._between(self.signed(low, digits), self.signed(high, digits))

    def points(self, value: float, digits: int = 0) -> str:
        """A size and its unit, "9 points"."""
        return self.of_points(self.number(value, digits), value, digits)

    def of_points(self, number: str, value: float, digits: int = 0) -> str:
        """The unit behind a number that is written already."""
        size = floor(abs(value) * 10**digits + 0.5) / 10**digits
        # French has the singular up to 2, the others at 1 alone.
        n = int(size) if size == int(size) or self.language == "fr" else 2
        text = self.plural("%(number)s point", "%(number)s points", n, number=number)
        return text.replace(" ", FIRM)

    def percent(self, share: float) -> str:
        """A share of 0 to 1."""
        return f"{self.number(100 * share)}{THIN}%"

    def month(self, day: date) -> str:
        """As in February 2026."""
        return self.dated(day, "month of year")

    def short_month(self, day: date) -> str:
        """As on an axis, Feb 2026."""
        return self.dated(day, "short month")

    def day(self, day: date) -> str:
        """As in Monday 7 December."""
        return self.dated(day, "weekday")

    def dated(self, day: date, form: Form) -> str:
        pattern = FORMS_OF.get(self.language, {}).get(form, FORMS[form])
        text = _dated(day, pattern, self.language)
        # French says "premier" for the first of a month, which no date pattern knows.
        is_first = self.language == "fr" and day.day == 1 and form in {"day", "day of year", "weekday"}
        return text.replace("1", "1er", 1) if is_first else text

    def listing(self, parts: Sequence[str]) -> str:
        """Parts as a list in a sentence, "a, b and c"."""
        return str(format_list(list(parts), locale=LISTS.get(self.language, self.locale))) if parts else ""

    def _between(self, low: str, high: str) -> str:
        return self.text("%(low)s to %(high)s", low=low, high=high).replace(" ", FIRM)
