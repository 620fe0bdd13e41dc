"""Texts that say when: years, months, quarters, weeks, days."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from survey.importing.survey_map import Bin

_YEAR = re.compile(r"(1[89]\d\d|2[01]\d\d)(\.0+)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})|((?:1[89]|2[01])\d\d)(0[1-9]|1[0-2])(?:\.0+)?")
_QUARTER = re.compile(r"(\d{4})[- ]?[Qq]([1-4])")
_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ]\d{1,2}:\d{2}.*)?|((?:1[89]|2[01])\d{6})(\.0+)?")
_LOOKS_LIKE_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?([T ].*)?|\d{1,4}[/.]\d{1,2}[/.]\d{1,4}")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """The first day a text stands for, and how much time it stands for."""

    day: date
    span: str

    @property
    def years(self) -> float:
        """Months are equally long, so that monthly dates are evenly spaced; weeks are counted in days."""
        if self.span == "week":
            return self.day.toordinal() / 365.2425
        length = calendar.monthrange(self.day.year, self.day.month)[1]
        return self.day.year + (self.day.month - 1 + (self.day.day - 1) / length) / 12


def read_moment(text: str) -> Moment | None:
    """The moment a text stands for; none if it is no date."""
    try:
        return _year(text) or _month(text) or _quarter(text) or _week(text) or _day(text)
    except ValueError:
        return None


def looks_like_a_date(text: str) -> bool:
    return bool(_LOOKS_LIKE_DATE.fullmatch(text))


def bin_label(moment: Moment, width: Bin) -> str:
    """The bin a moment falls into, named so that it can be read as a moment again."""
    day = moment.day
    if width == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if width == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if width == "quarter" else f"{day.year}"


def _year(text: str) -> Moment | None:
    found = _YEAR.fullmatch(text)
    return Moment(date(int(found[1]), 1, 1), "year") if found else None


def _month(text: str) -> Moment | None:
    found = _MONTH.fullmatch(text)
    return Moment(date(int(found[1] or found[3]), int(found[2] or found[4]), 1), "month") if found else None


def _quarter(text: str) -> Moment | None:
    found = _QUARTER.fullmatch(text)
    return Moment(date(int(found[1]), 3 * int(found[2]) - 2, 1), "quarter") if found else None


def _week(text: str) -> Moment | None:
    found = _WEEK.fullmatch(text)
    return Moment(date.fromisocalendar(int(found[1]), int(found[2]), 1), "week") if found else None


def _day(text: str) -> Moment | None:
    found = _DAY.fullmatch(text)
    return Moment(date.fromisoformat(found[1] or found[3]), "day") if found else None
