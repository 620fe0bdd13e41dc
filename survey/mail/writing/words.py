"""Sentences and dates in one language. The English sentence is the key to its translations ("mails")."""

import re
from datetime import date
from math import floor

from babel.dates import format_date
from babel.numbers import format_decimal

from survey.translations import LANGUAGES, SOURCE_LANGUAGE, catalogue

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"


class Words:
    """The language of a mail: the one asked for, or English where there are no texts in it.

    `say` and `count` are the names by which the sentences are found in the code.
    """

    def __init__(self, language: str) -> None:
        spoken = language.replace("_", "-").split("-")[0].lower()
        self.language = spoken if spoken in LANGUAGES else SOURCE_LANGUAGE
        self._texts = catalogue(self.language, "mails")

    def say(self, sentence: str, **values: object) -> str:
        return str(self._texts.gettext(sentence)) % values

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        return str(self._texts.ngettext(one, many, number)) % {"number": number, **values}

    def month(self, day: date) -> str:
        """As a word that can stand alone: October, octobre."""
        return format_date(day, "LLLL", locale=self.language)

    def day(self, day: date) -> str:
        """Friday 13 November, the number never parted from its month.

        The order is a matter of the language, and so of its translation.
        """
        text = format_date(day, self.say("EEEE d MMMM"), locale=self.language)
        # French says "premier" for the first of a month, which no date pattern knows.
        return re.sub(r"\b1\b", "1er", text) if self.language == "fr" and day.day == 1 else text

    def month_of_year(self, day: date) -> str:
        """February 2026."""
        return format_date(day, self.say("MMMM y"), locale=self.language)

    def short_month(self, day: date) -> str:
        """Feb, as narrow places want it; it may end with a full stop."""
        return format_date(day, "MMM", locale=self.language)

    def day_of_year(self, day: date) -> str:
        """19 October 2026, the number never parted from its month."""
        text = format_date(day, self.say("d\N{NO-BREAK SPACE}MMMM y"), locale=self.language)
        return re.sub(r"^1\b", "1er", text) if self.language == "fr" and day.day == 1 else text

    def whole(self, value: float) -> str:
        """Points to the nearest whole one; halves go up."""
        return self.number(floor(value + 0.5), "0")

    def number(self, value: float, pattern: str = "0.#") -> str:
        """With a true minus."""
        return format_decimal(value, format=pattern, locale=self.language).replace("-", MINUS)

    def signed(self, value: float, pattern: str = "0") -> str:
        """With its sign, which a zero does not have."""
        shown = self.number(value, pattern)
        return f"+{shown}" if value > 0 and any(digit in shown for digit in "123456789") else shown

    def span(self, low: str, high: str) -> str:
        """6 to 12, never broken over a line."""
        return self.say("%(low)s to %(high)s", low=low, high=high).replace(" ", NO_BREAK)
