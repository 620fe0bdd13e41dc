"""Dates as HR systems write them. A column is read as a whole: one day after the 12th tells the order of all."""

import re
from collections.abc import Iterable
from datetime import date

_TIME = r"(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})" + _TIME)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})" + _TIME)
FIRST_YEAR, LAST_YEAR = 1900, 2199
WANTED = "Wanted: YYYY-MM-DD."
NOT_A_DATE = f"Not a date. {WANTED}"
AMBIGUOUS = f"Day or month first? No date of the column tells. {WANTED}"
MIXED = f"Some dates of the column have the day first, some the month. {WANTED}"


class DateColumn:
    """Reads the texts of one column, knowing all of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._read: dict[str, date | str] = {}
        pairs = [(int(found[1]), int(found[2])) for text in set(texts) if (found := _SLASHED.fullmatch(text))]
        self._day_first = any(first > 12 >= second for first, second in pairs)
        self._month_first = any(second > 12 >= first for first, second in pairs)

    def read(self, text: str) -> date | str:
        """The date, or a sentence that says why it is none."""
        if text not in self._read:
            self._read[text] = self._date(text)
        return self._read[text]

    def _date(self, text: str) -> date | str:
        if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
            return _made(found[1], found[2], found[3])
        if found := _DOTTED.fullmatch(text):
            return _made(found[3], found[2], found[1])
        if found := _SLASHED.fullmatch(text):
            return self._slashed(found[1], found[2], found[3])
        return NOT_A_DATE

    def _slashed(self, first: str, second: str, year: str) -> date | str:
        if self._day_first and self._month_first:
            return MIXED
        if self._month_first:
            return _made(year, first, second)
        if self._day_first or int(first) == int(second):
            return _made(year, second, first)
        return AMBIGUOUS if int(first) <= 12 and int(second) <= 12 else NOT_A_DATE


def _made(year: str, month: str, day: str) -> date | str:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return f"Not a year between {FIRST_YEAR} and {LAST_YEAR}. {WANTED}"
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return NOT_A_DATE
