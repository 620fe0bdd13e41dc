"""On which day each wave of the history was measured."""

from datetime import date, timedelta

import numpy as np

from survey.importing.dates import read_moment
from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import OutsideSurvey

DAYS_OF_A_YEAR = 365.25


def measured_on(survey: OutsideSurvey, ends: date | None, *, before: date) -> list[date]:
    """The first day that each label stands for; counted back from `ends` where it is given.

    Raises UnreadableSurvey where the labels are no dates and nothing says when the last wave was, where two waves fall
    on one day, and where one does not lie before the day given.
    """
    moments = [read_moment(label) for label in survey.waves]
    if ends is not None:
        back = survey.times[-1] - survey.times
        days = [ends - timedelta(days=round(float(years) * DAYS_OF_A_YEAR)) for years in back]
    elif all(moments):
        days = [moment.day for moment in moments if moment]
    else:
        no_date = next(label for label, moment in zip(survey.waves, moments, strict=True) if moment is None)
        raise UnreadableSurvey(
            [f"wave {no_date!r}: got a label that is no date; wanted --ends YYYY-MM-DD, the day of the last wave"]
        )
    _check(survey, days, before=before)
    return days


def in_years(days: list[date]) -> "np.typing.NDArray[np.float64]":
    """On the engine's clock, on which the programme's waves go on."""
    return np.array([day.toordinal() / DAYS_OF_A_YEAR for day in days])


def _check(survey: OutsideSurvey, days: list[date], *, before: date) -> None:
    lines = [
        f"wave {label!r}: got the day {day}, on which the wave before it was too; wanted a later one"
        for label, day, last in zip(survey.waves[1:], days[1:], days, strict=False)
        if day <= last
    ]
    lines += [
        f"wave {label!r}: got the day {day}; wanted one before {before}: history ends before the programme begins"
        for label, day in zip(survey.waves, days, strict=True)
        if day >= before
    ]
    if lines:
        raise UnreadableSurvey(lines)
