"""What an import of a history holds, in lines."""

from collections.abc import Iterator

from analysis.drift.result import Alarm
from survey.queries.people import path_upwards
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.history.deciding import NOT_PROVED, UNCOUNTED
from survey.services.history.importing import HistoryPlan

MOST_LINES = 20


def told(plan: HistoryPlan) -> list[str]:
    """The whole first, then what is left out, each wave, and the changes the engine sees in it."""
    return [*_whole(plan), *_left_out(plan), *_waves(plan), *_changes(plan), *_notes(plan)]


def _whole(plan: HistoryPlan) -> Iterator[str]:
    survey, n_known = plan.found.survey, sum(unit is not None for unit in plan.placed.units)
    scales = [principle for principle in PRINCIPLES if principle in survey.scales]
    yield (
        f"{_counted(len(survey.waves), 'wave')}, {plan.days[0]} to {plan.days[-1]}, {_counted(survey.n_rows, 'row')}: "
        f"{', '.join(scales)}."
    )
    yield f"Units: {n_known:,} of the file's {len(survey.units):,} are in the company."
    root = next(unit for unit, node in plan.tree.items() if node.parent is None)
    theirs = survey.units[survey.tree.root]
    if theirs != plan.tree[root].name:
        yield f"“{theirs}”, the top of the file, is taken as {plan.tree[root].name}."


def _left_out(plan: HistoryPlan) -> Iterator[str]:
    if plan.placed.unknown:
        yield f"Left out, because the company has no such unit: {_listed(plan.placed.unknown)}."
    n_small = sum(one.n_small for one in plan.shown)
    if n_small:
        yield f"Left out, because fewer than {plan.k} people answered: {_counted(n_small, 'number')}."
    n_held = sum(one.n_held for one in plan.shown)
    n_rows = sum(len(one.rows) for one in plan.shown)
    if more := n_held - n_rows - n_small:
        yield f"Left out, because {_why(plan)}: {_counted(more, 'number')}."
    if plan.measured.n_uncounted:
        yield f"Rows without n in waves that have it, left out: {plan.measured.n_uncounted:,}."


def _why(plan: HistoryPlan) -> str:
    reasons = [one.certificate["reason"] for one in plan.shown]
    others = f"they would say with others what fewer than {plan.k} people answered"
    unknown = "nothing says of how many people they are (below divisions, and at the ends of the scale)"
    if all(reason == UNCOUNTED for reason in reasons):
        return unknown
    return others if UNCOUNTED not in reasons else f"{others}, or {unknown}"


def _waves(plan: HistoryPlan) -> Iterator[str]:
    width = max(len(label) for label in plan.found.survey.waves)
    for label, day, shown in zip(plan.found.survey.waves, plan.days, plan.shown, strict=True):
        verdict = shown.certificate["verdict"]
        if verdict == NOT_PROVED:
            verdict = f"{verdict}: {shown.certificate['reason']}"
        people = "" if shown.n_answered is None else f", {_counted(shown.n_answered, 'person', 'people')}"
        yield f"  {label:<{width}}  {day}  {_counted(len(shown.rows), 'number')}{people}  {verdict}"


def _changes(plan: HistoryPlan) -> Iterator[str]:
    """Alerts for nobody: they are over."""
    if not plan.watched.changes:
        yield "The history holds no change that stands out."
        return
    yield "The history holds these changes, of which nobody is alerted:"
    for unit, change in plan.watched.changes[:MOST_LINES]:
        yield f"  {_change(plan, unit, change)}"
    if (more := len(plan.watched.changes) - MOST_LINES) > 0:
        yield f"  … and {more:,} more"


def _change(plan: HistoryPlan, unit: int, change: Alarm) -> str:
    waves = plan.found.survey.waves
    path = "/".join(plan.tree[one].name for one in reversed(path_upwards(plan.tree, unit)))
    sign = "−" if change.direction == "down" else "+"
    return (
        f"{path}, {PRINCIPLES[change.scale]}: {sign}{change.size:.1f} points ({change.low:.1f} to {change.high:.1f}) "
        f"since {waves[change.onset]}"
    )


def _notes(plan: HistoryPlan) -> Iterator[str]:
    for warning in (*plan.found.survey.warnings, *plan.watched.warnings):
        yield f"Note: {warning}"


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MOST_LINES:,} more" if len(names) > MOST_LINES else ""
    return "; ".join(names[:MOST_LINES]) + more


def _counted(number: int, word: str, words: str | None = None) -> str:
    return f"{number:,} {word if number == 1 else words or word + 's'}"
