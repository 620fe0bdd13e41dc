"""What is done about one person."""

from dataclasses import dataclass
from typing import Literal

from survey.importing.people.current import CurrentPerson
from survey.importing.people.merging import Change, changes_between

Kind = Literal["joins", "leaves", "comes_back", "stays"]


@dataclass(frozen=True, slots=True)
class Step:
    """Write `after` in place of `before`; `line` is 0 for who leaves because the file does not name them."""

    kind: Kind
    line: int
    before: CurrentPerson | None
    after: CurrentPerson
    changes: tuple[Change, ...] = ()

    @property
    def key(self) -> str:
        return self.after.key

    @property
    def moves(self) -> bool:
        """Whether somebody who stays changes the unit."""
        return self.kind == "stays" and self.before is not None and self.before.unit != self.after.unit


def step_between(kind: Kind, line: int, before: CurrentPerson | None, after: CurrentPerson) -> Step:
    return Step(kind, line, before, after, changes_between(before, after) if before else ())
