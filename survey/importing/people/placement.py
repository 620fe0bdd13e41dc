"""Which unit each row puts its person in."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey.importing.people.faults import Fault
from survey.importing.people.unit_path import UnitPath


@dataclass(frozen=True, slots=True)
class Placement:
    """`unit_of` is by line; a row without a unit has left, or has a fault, or hangs below one that has."""

    unit_of: Mapping[int, UnitPath]
    faults: tuple[Fault, ...] = ()
    warnings: tuple[str, ...] = ()
