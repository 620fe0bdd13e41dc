"""A step for each person a file names, or does not name any more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from survey.importing.people.current import CurrentCompany, CurrentPerson
from survey.importing.people.duplicates import Holder, repeated_ids, shared_mails
from survey.importing.people.merging import Merger
from survey.importing.people.person_row import PeopleRows, PersonRow
from survey.importing.people.steps import Step, step_between
from survey.importing.people.tree import place_people


class Planner:
    """`steps` are for rows without a fault; a full load's leavers are those no row names, not even one with faults."""

    def __init__(self, people: PeopleRows, current: CurrentCompany, *, is_full: bool, on: date) -> None:
        self._people, self._current, self._is_full, self._on = people, current, is_full, on
        self._merger = Merger(current, people.columns.place, on)
        self._named = {row.key for row in people.rows}
        self._placement = place_people(people, current, is_full=is_full, on=on)
        shared = shared_mails(self._holders(), people.title("mail"))
        faults = (*people.faults, *repeated_ids(people), *self._placement.faults, *shared)
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        self.warnings = self._placement.warnings
        self.n_unchanged = self.n_gone = 0
        self.steps = [*self._steps(), *self._absent()]

    def _steps(self) -> Iterator[Step]:
        faulty = {fault.line for fault in self.faults}
        for row in self._people.rows:
            if row.line not in faulty:
                step = self._step(row)
                if step is not None:
                    yield step

    def _step(self, row: PersonRow) -> Step | None:
        before = self._current.people.get(row.key)
        if row.has_left(self._on):
            return self._leaver(row, before)
        unit = self._placement.unit_of.get(row.line)
        if unit is None:  # it hangs below a row with a fault, and that is told there
            return None
        after = self._merger.merged(row, before, unit)
        if before is None:
            return step_between("joins", row.line, None, after)
        if before.has_left(self._on):
            return step_between("comes_back", row.line, before, after)
        return self._changed(row, before, after)

    def _leaver(self, row: PersonRow, before: CurrentPerson | None) -> Step | None:
        """Of a person who leaves nothing else is changed."""
        if before is None:
            self.n_gone += 1
            return None
        after = replace(before, left_on=row.left_on)
        if not before.has_left(self._on):
            return step_between("leaves", row.line, before, after)
        if before == after:
            self.n_gone += 1
            return None
        return step_between("stays", row.line, before, after)

    def _changed(self, row: PersonRow, before: CurrentPerson, after: CurrentPerson) -> Step | None:
        if before == after:
            self.n_unchanged += 1
            return None
        return step_between("stays", row.line, before, after)

    def _absent(self) -> Iterator[Step]:
        if self._is_full:
            for key, person in self._current.people.items():
                if key not in self._named and not person.has_left(self._on):
                    yield step_between("leaves", 0, person, replace(person, left_on=self._on))

    def _holders(self) -> Iterator[tuple[Holder, str]]:
        """Who would have which mail address, of all who are with the company afterwards."""
        for row in self._people.rows:
            mail = self._merger.mail(row, self._current.people.get(row.key))
            if mail and row.key and not row.has_left(self._on):
                yield (row.line, row.key), mail
        if not self._is_full:
            for key, person in self._current.people.items():
                if person.mail and key not in self._named and not person.has_left(self._on):
                    yield (0, key), person.mail
