"""Sentences and dates in one language. The English sentence is the key to its translations ("mails")."""

import re
from datetime import date

from babel.dates import format_date

from survey.translations import LANGUAGES, SOURCE_LANGUAGE, catalogue


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
