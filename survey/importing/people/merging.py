"""What a person is after a row has been read into what was known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from survey.importing.people.current import CurrentCompany, CurrentPerson
from survey.importing.people.levels import FRONT_LINE
from survey.importing.people.person_row import PersonRow
from survey.importing.people.unit_path import UnitPath

FIELDS = ("name", "mail", "level", "country", "language", "time_zone", "hired_on", "left_on")


@dataclass(frozen=True, slots=True)
class Change:
    """One of `FIELDS` before and after."""

    field: str
    old: str | date | None
    new: str | date | None


def changes_between(before: CurrentPerson, after: CurrentPerson) -> tuple[Change, ...]:
    pairs = ((field, getattr(before, field), getattr(after, field)) for field in FIELDS)
    return tuple(Change(field, old, new) for field, old, new in pairs if old != new)


@dataclass(frozen=True, slots=True)
class Merger:
    """A column the file does not have changes nothing.

    An empty cell leaves what is known, except for the mail address and the day of leaving: there it says that
    there is none.
    """

    current: CurrentCompany
    columns: Mapping[str, object]
    on: date

    def merged(self, row: PersonRow, before: CurrentPerson | None, unit: UnitPath) -> CurrentPerson:
        return CurrentPerson(
            key=row.key,
            name=row.name or (before.name if before else row.key),
            mail=self.mail(row, before),
            unit=unit,
            level=row.level or (before.level if before else FRONT_LINE),
            country=row.country or (before.country if before else ""),
            language=row.language or (before.language if before else self.current.language),
            time_zone=row.time_zone or (before.time_zone if before else self.current.time_zone),
            hired_on=row.hired_on or (before.hired_on if before else None),
            left_on=self._left_on(row, before),
        )

    def mail(self, row: PersonRow, before: CurrentPerson | None) -> str | None:
        if "mail" in self.columns:
            return row.mail
        return before.mail if before else None

    def _left_on(self, row: PersonRow, before: CurrentPerson | None) -> date | None:
        """Whoever had left and stands in a file without such a column is back."""
        if "left_on" in self.columns:
            return row.left_on
        return before.left_on if before and not before.has_left(self.on) else None
