"""The company as it stands before an import."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from survey.importing.people.unit_path import UnitPath


@dataclass(frozen=True, slots=True)
class CurrentPerson:
    """A person as stored. `left_on` is the day from which they are no longer with the company.

    `unit` is the one they are in, or were in last; empty if none is known.
    """

    key: str
    name: str
    mail: str | None
    unit: UnitPath
    level: str
    country: str
    language: str
    time_zone: str
    hired_on: date | None = None
    left_on: date | None = None

    def has_left(self, on: date) -> bool:
        return self.left_on is not None and self.left_on <= on


@dataclass(frozen=True, slots=True)
class CurrentCompany:
    """Everybody stored, also who has left, by key; the units that have not ended; what is assumed of a joiner."""

    name: str
    language: str
    time_zone: str
    people: Mapping[str, CurrentPerson]
    units: AbstractSet[UnitPath]

    @property
    def root(self) -> str | None:
        """The name of the root, if there are units."""
        return next((path[0] for path in self.units if len(path) == 1), None)
