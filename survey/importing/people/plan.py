"""What an import would do, person by person, or why it cannot be done; nothing is written here."""

from dataclasses import dataclass
from datetime import date

from survey.importing.people.current import CurrentCompany
from survey.importing.people.faults import Fault
from survey.importing.people.leaving import Leaving
from survey.importing.people.person_row import PeopleRows
from survey.importing.people.planner import Planner
from survey.importing.people.sizes import UnitSize, changed_sizes
from survey.importing.people.steps import Step
from survey.importing.people.unit_path import UnitPath


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All of it or nothing. `steps` has one for each person about whom something is done.

    `n_before` and `n_after` count the people of the company; `n_gone` rows are about people who had left anyway.
    """

    on: date
    is_full: bool
    steps: tuple[Step, ...]
    n_rows: int
    n_unchanged: int
    n_gone: int
    n_before: int
    n_after: int
    units_added: tuple[UnitPath, ...]
    units_emptied: tuple[UnitPath, ...]
    sizes: tuple[UnitSize, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[str, ...]
    needs_confirmation: bool

    @property
    def is_applicable(self) -> bool:
        return not self.faults and not self.needs_confirmation

    @property
    def joins(self) -> tuple[Step, ...]:
        return self._of("joins")

    @property
    def leaves(self) -> tuple[Step, ...]:
        return self._of("leaves")

    @property
    def comes_back(self) -> tuple[Step, ...]:
        return self._of("comes_back")

    @property
    def moves(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.moves)

    @property
    def changes(self) -> tuple[Step, ...]:
        """Who stays, and changes something else than the unit; the unit perhaps too."""
        return tuple(step for step in self._of("stays") if step.changes)

    def _of(self, kind: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind == kind)


def plan_import(
    people: PeopleRows, current: CurrentCompany, *, is_full: bool, on: date, confirmed_leavers: bool
) -> ImportPlan:
    """Compare a file with the company: a full load says who is there, a delta only what changes.

    A plan for the same file after the first was applied has no step.
    """
    planner = Planner(people, current, is_full=is_full, on=on)
    before = {key: person.unit for key, person in current.people.items() if not person.has_left(on)}
    after = dict(before)
    for step in planner.steps:
        after[step.key] = step.after.unit
        if step.after.has_left(on):
            del after[step.key]
    sizes = changed_sizes(before.values(), after.values())
    leaving = Leaving(sum(step.kind == "leaves" for step in planner.steps), len(before))
    return ImportPlan(
        on=on,
        is_full=is_full,
        steps=tuple(planner.steps),
        n_rows=len(people.rows),
        n_unchanged=planner.n_unchanged,
        n_gone=planner.n_gone,
        n_before=len(before),
        n_after=len(after),
        units_added=tuple(size.path for size in sizes if size.path not in current.units),
        units_emptied=tuple(size.path for size in sizes if not size.after and size.path in current.units),
        sizes=sizes,
        faults=(*([] if confirmed_leavers else leaving.faults()), *planner.faults),
        warnings=(*people.notes, *planner.warnings, *leaving.warnings()),
        needs_confirmation=leaving.asks and not confirmed_leavers,
    )
