"""A report in the order in which the page asks for it."""

from collections import defaultdict
from dataclasses import dataclass
from math import isfinite

from dashboards.source import Change, Estimate, Report
from dashboards.wording.waves import short

FEW_WAVES = 6
DEFAULT_SCALE = "all"
DEFAULT_ROOT = "All"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Units in the order of the organisation; estimates and changes by unit and scale."""

    report: Report
    root: str
    units: list[str]
    level: dict[str, int]
    parent: dict[str, str | None]
    children: dict[str, list[str]]
    names: dict[str, str]
    own_names: dict[str, str]
    wave: dict[str, int]
    estimates: dict[Key, dict[int, Estimate]]
    changes: dict[Key, list[Change]]
    scales: list[str]

    @classmethod
    def of(cls, report: Report) -> "Lookup":
        parent = {unit.unit: unit.parent for unit in report.units}
        children: dict[str, list[str]] = defaultdict(list)
        for unit in report.units:
            if unit.parent is not None:
                children[unit.parent].append(unit.unit)
        root = next(unit.unit for unit in report.units if unit.parent is None)
        units = _downward(root, children)
        wave = {label: number for number, label in enumerate(report.waves)}
        level = {unit.unit: unit.level for unit in report.units}
        own_names = {unit: _last_part(unit, parent[unit]) for unit in units}
        names, scales = _told_apart(own_names, parent), [scale.scale for scale in report.scales]
        if root == DEFAULT_ROOT and len(units) > 1:  # made for a file that names no whole
            names[root] = own_names[root] = "the whole"
        estimates = _estimates(report, wave)
        changes = _changes(report)
        return cls(
            report, root, units, level, parent, dict(children), names, own_names, wave, estimates, changes, scales
        )

    @property
    def last(self) -> int:
        return len(self.report.waves) - 1

    @property
    def divisions(self) -> list[str]:
        return self.children.get(self.root, [])

    @property
    def labels(self) -> list[str]:
        """The waves as axes and tables name them."""
        return [short(label) for label in self.report.waves]

    def name(self, unit: str) -> str:
        return self.names.get(unit, unit)

    def said(self, scale: str) -> str:
        """A scale's name in a sentence: a key reads as words, and what a file did not name is told as what it is."""
        if scale != DEFAULT_SCALE:
            return scale.replace("_", " ")
        return "the level" if all(len(one.items) == 1 for one in self.report.scales) else "the mean of all items"

    def at(self, unit: str, scale: str, wave: int) -> Estimate | None:
        """The estimate of a wave, None where there is none or it is not shown."""
        found = self.estimates.get((unit, scale), {}).get(wave)
        return found if found is not None and isfinite(found.mean) else None

    def is_hidden(self, unit: str, scale: str, wave: int) -> bool:
        """Whether the file has a row for it, and no value."""
        found = self.estimates.get((unit, scale), {}).get(wave)
        return found is not None and not isfinite(found.mean)

    def is_new(self, change: Change) -> bool:
        return self.wave.get(change.wave) == self.last

    def is_alarm(self, change: Change) -> bool:
        return change in self.report.alarms

    def alarms(self) -> list[Change]:
        """The latest first, within a wave the largest first."""
        return sorted(self.report.alarms, key=lambda change: (-self.wave.get(change.wave, -1), -change.size))

    def watched(self) -> list[Change]:
        """The watch list, without what has become an alarm since."""
        told = {
            (alarm.unit, alarm.scale, alarm.direction): self.wave.get(alarm.wave, -1) for alarm in self.report.alarms
        }
        waiting = [
            change
            for change in self.report.watch
            if self.wave.get(change.wave, -1) > told.get((change.unit, change.scale, change.direction), -2)
        ]
        return sorted(waiting, key=lambda change: (-self.wave.get(change.wave, -1), -change.evidence))

    def below(self, unit: str) -> list[str]:
        """All units under this one, in order."""
        return _downward(unit, self.children)[1:]


def _downward(root: str, children: dict[str, list[str]]) -> list[str]:
    order, waiting = [], [root]
    while waiting:
        unit = waiting.pop()
        order.append(unit)
        waiting += reversed(children.get(unit, []))
    return order


def _told_apart(short: dict[str, str], parent: dict[str, str | None]) -> dict[str, str]:
    """The last part of each path; with the part before it where two units would read the same."""
    seen: dict[str, int] = defaultdict(int)
    for name in short.values():
        seen[name] += 1
    return {
        unit: name if seen[name] == 1 or above is None else f"{short[above]} / {name}"
        for unit, name in short.items()
        for above in (parent[unit],)
    }


def _last_part(unit: str, parent: str | None) -> str:
    return unit[len(parent) + 1 :] if parent is not None and unit.startswith(f"{parent}/") else unit


def _estimates(report: Report, wave: dict[str, int]) -> dict[Key, dict[int, Estimate]]:
    table: dict[Key, dict[int, Estimate]] = defaultdict(dict)
    for estimate in report.estimates:
        table[estimate.unit, estimate.scale][wave[estimate.wave]] = estimate
    return dict(table)


def _changes(report: Report) -> dict[Key, list[Change]]:
    table: dict[Key, list[Change]] = defaultdict(list)
    for change in (*report.alarms, *report.watch):
        table[change.unit, change.scale].append(change)
    return dict(table)
