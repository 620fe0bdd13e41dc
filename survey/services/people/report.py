"""A planned import as lines of text."""

from collections.abc import Iterator

from survey.importing.people.plan import ImportPlan
from survey.importing.people.summary import plan_counts, plan_sentences
from survey.importing.people.wording import PlanLine, plan_lines

MOST_LINES = 200
SMALLEST = 5


def report(plan: ImportPlan) -> Iterator[str]:
    """Counts, then what cannot be used and what changes, then what it does to the results."""
    yield ", ".join(f"{count:,} {words}" for count, words in plan_counts(plan) if count) or "nothing changes"
    lines = list(plan_lines(plan))
    yield from map(_line, lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"… and {len(lines) - MOST_LINES:,} more"
    yield from plan_sentences(plan, smallest=SMALLEST)
    yield from (f"warning: {warning}" for warning in plan.warnings)
    if plan.needs_confirmation:
        yield "So many leave at once that it has to be confirmed: --confirm-leavers"


def _line(one: PlanLine) -> str:
    place = f" (line {one.line:,})" if one.line and one.mark != "!" else ""
    return f"{one.mark} {one.change}: {one.person}{place}: {one.now} → {one.after}. {one.follows}"
