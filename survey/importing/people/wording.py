"""A plan in the words of the dry run: a line for each change, the same on the page and in the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from survey.importing.people.current import CurrentPerson
from survey.importing.people.faults import Fault, quoted
from survey.importing.people.merging import Change
from survey.importing.people.plan import ImportPlan
from survey.importing.people.spreadsheet import safe_text
from survey.importing.people.steps import Step
from survey.importing.people.unit_path import UnitPath

NOTHING = "–"
LEVEL_WORDS = {"front_line": "front line", "lead": "lead", "executive": "executive"}
COUNTED = {"front_line": "one of the front line", "lead": "a lead", "executive": "an executive"}
FIELD_WORDS = {"name": "name", "mail": "mail address", "level": "level", "country": "country", "language": "language"}
FIELD_WORDS |= {"time_zone": "time zone", "hired_on": "first day", "left_on": "day of leaving"}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the dry run, about the person with this key.

    `mark` says the kind in one sign, `line` is the file's, 0 where there is none.
    """

    mark: str
    change: str
    person: str
    now: str
    after: str
    follows: str
    line: int = 0
    key: str = ""

    def cells(self) -> tuple[str, str, str, str, str]:
        """For a spreadsheet: texts that are no formulas."""
        change, person, now, after, follows = map(
            safe_text, (self.change, self.person, self.now, self.after, self.follows)
        )
        return change, person, now, after, follows


def plan_lines(plan: ImportPlan, *, wave: int | None = None) -> Iterator[PlanLine]:
    """First what cannot be used, then who joins, comes back, leaves, moves and changes; `wave` is the next one."""
    when = f"wave {wave}" if wave else "the next wave"
    yield from map(_fault_line, plan.faults)
    yield from (_joins(step, when, plan.on) for step in plan.joins)
    yield from (_joins(step, when, plan.on) for step in plan.comes_back)
    yield from map(_leaves, plan.leaves)
    yield from (_moves(step, when) for step in plan.moves)
    for step in plan.changes:
        yield from (_changes(step, change, when) for change in step.changes)


def unit_words(path: UnitPath) -> str:
    """A unit below the company, "Delivery / Integrations"; the company by its name."""
    return " / ".join(path[1:] or path) or NOTHING


def _fault_line(fault: Fault) -> PlanLine:
    person = f"line {fault.line:,}" if fault.line else "the file"
    after = f"{fault.column} {quoted(fault.got)}".strip() if fault.column and fault.got else fault.column or fault.got
    return PlanLine("!", "cannot be used", person, NOTHING, after or NOTHING, fault.wanted, fault.line)


def _joins(step: Step, when: str, on: date) -> PlanLine:
    joins = step.before is None
    now = NOTHING if step.before is None else f"left on {_word(step.before.left_on)}"
    hired = step.after.hired_on
    follows = f"Asked from {when}." if not hired or hired <= on else f"Asked from the first wave after {hired}."
    change = "joins" if joins else "comes back"
    return PlanLine("+", change, step.after.name, now, _place(step.after), follows, step.line, step.key)


def _leaves(step: Step) -> PlanLine:
    follows = "Not asked any more. Answers given stay in their waves."
    return PlanLine("−", "leaves", step.after.name, unit_words(step.after.unit), NOTHING, follows, step.line, step.key)


def _moves(step: Step, when: str) -> PlanLine:
    now = unit_words(step.before.unit) if step.before else NOTHING
    after = unit_words(step.after.unit)
    follows = f"Counts in {step.after.unit[-1]} from {when}; earlier waves do not change."
    return PlanLine("→", "changes team", step.after.name, now, after, follows, step.line, step.key)


def _changes(step: Step, change: Change, when: str) -> PlanLine:
    now, after = _word(change.old), _word(change.new)
    if change.field == "level" and step.before:
        now, after = _place(step.before), _place(step.after)
    words = f"changes {FIELD_WORDS[change.field]}"
    return PlanLine("→", words, step.after.name, now, after, _follows(change, when), step.line, step.key)


def _place(person: CurrentPerson) -> str:
    return f"{unit_words(person.unit)}, {LEVEL_WORDS.get(person.level, person.level)}"


def _word(value: str | date | None) -> str:
    return str(value) if value else NOTHING


def _follows(change: Change, when: str) -> str:
    """What a change means for the person, or for where their answers count."""
    if change.field == "level":
        return f"Counts as {COUNTED.get(str(change.new), change.new)} from {when}."
    if change.field == "mail":
        return "The next mail goes there." if change.new else "Gets no mail: the link has to be given on paper."
    if change.field == "left_on":
        return f"Not asked from {change.new} on." if change.new else "Stays."
    return {
        "name": "Mails use the new name.",
        "country": f"The holidays of that country count from {when}.",
        "language": f"Mails and questions are in that language from {when}.",
        "time_zone": f"Mails come by that clock from {when}.",
        "hired_on": f"Time with the company counts from that day from {when}.",
    }[change.field]
