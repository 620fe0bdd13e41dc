"""A plan in a few numbers and sentences."""

from collections.abc import Iterable

from survey.importing.people.faults import listed
from survey.importing.people.leaving import ASKS_ABOVE, KEPT, Leaving
from survey.importing.people.plan import ImportPlan
from survey.importing.people.sizes import UnitSize
from survey.importing.people.unit_path import UnitPath
from survey.importing.people.wording import unit_words

MOST_UNITS = 5


def plan_counts(plan: ImportPlan) -> tuple[tuple[int, str], ...]:
    """The numbers above the dry run; a person who changes team and level counts in both."""
    levels = sum(any(change.field == "level" for change in step.changes) for step in plan.changes)
    others = sum(any(change.field != "level" for change in step.changes) for step in plan.changes)
    unused = len({fault.line for fault in plan.faults if fault.line})
    return (
        (len(plan.joins), "join"),
        (len(plan.comes_back), "come back"),
        (len(plan.leaves), "leave"),
        (len(plan.moves), "change team"),
        (levels, "change level"),
        (others, "change something else"),
        (plan.n_unchanged, "unchanged"),
        (unused, "rows cannot be used" if unused != 1 else "row cannot be used"),
    )


def headline(plan: ImportPlan) -> str:
    """What would happen, in one sentence, and that it has not: "12 people join, 3 move, 2 leave; nothing …"."""
    unused = len({fault.line for fault in plan.faults if fault.line})
    if unused:
        rows = "1 row" if plan.n_rows == 1 else f"{unused:,} of {plan.n_rows:,} rows"
        return f"{rows} cannot be used; nothing has been changed."
    told = what_happens(plan)
    return f"{told}; nothing has been changed yet." if told else "Nothing changes: the company is as the file says."


def what_happens(plan: ImportPlan) -> str:
    """Empty if nothing does; a person who moves and changes something else counts once, as a mover."""
    others = [step for step in plan.changes if not step.moves]
    parts = [
        (len(plan.joins), "joins", "join"),
        (len(plan.comes_back), "comes back", "come back"),
        (len(plan.moves), "moves", "move"),
        (len(others), "has other details", "have other details"),
        (len(plan.leaves), "leaves", "leave"),
    ]
    told = [(count, one if count == 1 else several) for count, one, several in parts if count]
    if not told:
        return ""
    (count, verb), *rest = told
    first = f"{count:,} {'person' if count == 1 else 'people'} {verb}"
    return ", ".join([first, *(f"{count:,} {verb}" for count, verb in rest)])


def plan_sentences(plan: ImportPlan, *, smallest: int) -> tuple[str, ...]:
    """What it does to the results; units of fewer than `smallest` people are not shown."""
    return tuple(
        sentence
        for sentence in (
            _people(plan),
            _leavers(plan),
            _units("New", plan.units_added),
            _units("Empty from now on", plan.units_emptied),
            _crossing("Too small to be shown, and counted in the unit above", plan.sizes, smallest, -1),
            _crossing("Large enough to be shown", plan.sizes, smallest, 1),
        )
        if sentence
    )


def _people(plan: ImportPlan) -> str:
    if plan.n_before == plan.n_after:
        return f"{plan.n_before:,} people before and after."
    return f"{plan.n_before:,} people become {plan.n_after:,}."


def _leavers(plan: ImportPlan) -> str:
    leaving = Leaving(len(plan.leaves), plan.n_before)
    if not leaving.n or leaving.asks:  # above the limit a warning says it
        return ""
    percent = f"{100 * leaving.share:.1f}{KEPT}%"
    limit = f"{100 * ASKS_ABOVE:.0f}{KEPT}%"
    verb = "leaves" if leaving.n == 1 else "leave"
    return f"{leaving.n:,} {verb}: {percent}, not above the {limit} at which an import stops and asks."


def _units(what: str, paths: Iterable[UnitPath]) -> str:
    names = [unit_words(path) for path in paths]
    return f"{what}: {listed(names, MOST_UNITS)}." if names else ""


def _crossing(what: str, sizes: Iterable[UnitSize], smallest: int, direction: int) -> str:
    """Units that were on one side of the limit, had people, have people, and are on the other side now."""
    crossed = [
        f"{unit_words(size.path)} ({size.before:,} to {size.after:,} people)"
        for size in sizes
        if size.before and size.after and (size.after >= smallest) - (size.before >= smallest) == direction
    ]
    return f"{what}: {listed(crossed, MOST_UNITS)}." if crossed else ""
