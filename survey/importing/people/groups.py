"""The lines of a dry run in tables, one for each thing that happens to people."""

from dataclasses import dataclass

from survey.importing.people.plan import ImportPlan
from survey.importing.people.wording import PlanLine, plan_lines

NAMES = {"joins": "join", "comes back": "come back", "changes team": "move", "leaves": "leave"}
REST = "have other details"
ORDER = ("join", "come back", "move", REST, "leave")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines about one thing; `n_people` may be fewer than the lines: several details of one person may change."""

    name: str
    lines: tuple[PlanLine, ...]

    @property
    def n_people(self) -> int:
        return len({line.key for line in self.lines})


def plan_groups(plan: ImportPlan, *, wave: int | None = None) -> tuple[Group, ...]:
    """Without what cannot be used, and without groups that are empty."""
    lines: dict[str, list[PlanLine]] = {name: [] for name in ORDER}
    for line in plan_lines(plan, wave=wave):
        if line.mark != "!":
            lines[NAMES.get(line.change, REST)].append(line)
    return tuple(Group(name, tuple(of_group)) for name, of_group in lines.items() if of_group)
