"""The sentence that would do as the whole page, and the few that follow it."""

from dashboards.report.lookup import FEW_WAVES, Lookup
from dashboards.report.sight import Sight, is_sharp, unseen
from dashboards.source import Change
from dashboards.wording.changes import began, clause, grade, grade_sentence, line_sentence, sentence, watched
from dashboards.wording.numbers import counted, in_words, level, listed, opened, size
from dashboards.wording.waves import spoken

MOST_IN_HEADING = 3
MOST_IN_LEAD = 4


def heading(lookup: Lookup, found: Sight) -> str:
    """What changed, or that nothing did, in one sentence or two."""
    if lookup.last == 0:
        levels = counted_word(len(lookup.scales), "level")
        return f"One wave: {levels}, and no change yet"
    alarms = lookup.alarms()
    if not alarms:
        return _quiet(lookup)
    if len(alarms) == 1:
        return _told(lookup, alarms[0])
    newest: dict[tuple[str, str], Change] = {}
    for alarm in alarms:
        newest.setdefault((alarm.unit, alarm.scale), alarm)
    places = list(newest.values())
    if len(places) == 1:
        return _again(lookup, alarms)
    shown = places if len(places) <= MOST_IN_HEADING else places[: MOST_IN_HEADING - 1]
    clauses = [_clause(lookup, alarm) for alarm in shown]
    left = len(alarms) - len(shown)
    if left:
        clauses.append(f"{in_words(left)} more {'fall was' if left == 1 else 'falls were'} found")
    return f"{_holding(lookup, found)}{opened(_joined(clauses))}."


def lead(lookup: Lookup, found: Sight) -> list[str]:
    """How much, how sure, and what could not have been seen."""
    if lookup.last == 0:
        return [f"Whether {lookup.name(lookup.root)} is holding is unknown: one wave has no before.", _now(lookup)]
    alarms = lookup.alarms()
    return [part for part in (_sizes(lookup, alarms), _sureness(lookup, alarms), _rest(lookup, alarms, found)) if part]


def counted_word(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun if number == 1 else noun + 's'}"


def strength(lookup: Lookup, change: Change) -> float:
    """The evidence a change was told with: its own, or that of all units together where that is less."""
    wave = lookup.wave.get(change.wave, -1)
    together = lookup.report.evidence[wave] if 0 <= wave < len(lookup.report.evidence) else change.evidence
    return min(change.evidence, together) if together >= lookup.report.threshold else change.evidence


def _quiet(lookup: Lookup) -> str:
    watch = lookup.watched()
    if len(lookup.report.waves) < FEW_WAVES:
        few = f"{opened(in_words(len(lookup.report.waves)))} waves are too few for an alert"
        return f"{few}. {_watching(len(watch))}" if watch else f"{few}, and no drift was found"
    if watch:
        return f"No drift sure enough for an alert. {_watching(len(watch))}"
    if len(lookup.units) == 1:
        return f"No drift found in {lookup.name(lookup.root)}"
    return "Nothing to report. No drift found in any scale or unit"


def _joined(clauses: list[str]) -> str:
    return f"{', '.join(clauses[:-1])}, and {clauses[-1]}"


def _watching(number: int) -> str:
    return f"{opened(counted_word(number, 'change'))} to watch"


def _told(lookup: Lookup, alarm: Change) -> str:
    scale, unit = lookup.said(alarm.scale), lookup.name(alarm.unit)
    return sentence(alarm, scale=scale, unit=unit, told_now=lookup.is_new(alarm)).removesuffix(".")


def _again(lookup: Lookup, alarms: list[Change]) -> str:
    """Several falls of one unit and scale: how often, and the last of them."""
    last = alarms[0]
    times = "twice" if len(alarms) == 2 else f"{in_words(len(alarms))} times"
    what = f"{opened(lookup.said(last.scale))} fell {times} in {lookup.name(last.unit)}"
    return f"{what}, the last time {began(last)}, by {size(last.size, last.low, last.high)}"


def _clause(lookup: Lookup, alarm: Change) -> str:
    return clause(alarm, scale=lookup.said(alarm.scale), unit=lookup.name(alarm.unit), told_now=lookup.is_new(alarm))


def _holding(lookup: Lookup, found: Sight) -> str:
    changed = any((lookup.root, scale) in lookup.changes for scale in lookup.scales)
    return "" if changed or not is_sharp(found) else f"{opened(lookup.name(lookup.root))} is holding. "


def _sizes(lookup: Lookup, alarms: list[Change]) -> str:
    if len(alarms) < 2:
        return ""
    shown = [f"{_told(lookup, alarm)}." for alarm in alarms[:MOST_IN_LEAD]]
    left = len(alarms) - len(shown)
    return " ".join([*shown, f"{counted(left, 'more', 'more')} below." if left else ""]).strip()


def _sureness(lookup: Lookup, alarms: list[Change]) -> str:
    report = lookup.report
    if len(alarms) == 1:
        told = f" It was told after {spoken(alarms[0].wave)}." if not lookup.is_new(alarms[0]) else ""
        return grade_sentence(strength(lookup, alarms[0]), report.threshold, report.false_alarms_per_year) + told
    if not alarms:
        first = lookup.watched()[:1]
        return " ".join(_doubt(lookup, change) for change in first)
    grades = {grade(strength(lookup, alarm), report.threshold) for alarm in alarms}
    words = "well past" if grades == {"well past the line"} else "past"
    who = "Both" if len(alarms) == 2 else "All"
    return f"{who} are {words} the line for an alert. {line_sentence(report.false_alarms_per_year)}"


def _doubt(lookup: Lookup, change: Change) -> str:
    words = watched(
        change, scale=lookup.said(change.scale), unit=lookup.name(change.unit), told_now=lookup.is_new(change)
    )
    return f"{words} Not sure enough for an alert."


def _rest(lookup: Lookup, alarms: list[Change], found: Sight) -> str:
    watch = len(lookup.watched())
    parts = []
    if alarms and watch:
        parts.append(f"{counted(watch, 'more change', 'more changes')} to watch.")
    if not alarms and not watch:
        parts.append("That does not prove that nothing moved.")
    return " ".join([*parts, unseen(found)]).strip()


def _now(lookup: Lookup) -> str:
    said = []
    for scale in lookup.scales[:MOST_IN_LEAD]:
        now = lookup.at(lookup.root, scale, lookup.last)
        if now is not None:
            said.append(f"{lookup.said(scale)} {level(now.mean, now.low, now.high)}")
    return f"{opened(listed(said))}." if said else ""
