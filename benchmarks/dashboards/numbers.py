"""What the release of a wave holds: every number of the menu, estimates of every unit, and what was found."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import sin

from survey.models.company.people import LEVELS
from survey.models.company.waves import TENURE_BANDS
from survey.queries.people import Node, path_upwards
from survey.queries.releases import Body, Level, Parts, Row, Told
from survey.questionnaires.questionnaire import PRINCIPLES, Kind
from survey.questionnaires.reading import ours

DIVISION = 2
N_WATCHED = 30
N_ALARMED = 6
BANDS = [("level", one) for one in LEVELS] + [("tenure", one) for one in TENURE_BANDS if one != "unknown"]


def body_of(wave: int, tree: Mapping[int, Node], people: int) -> Body:
    depth = {unit: len(path_upwards(tree, unit)) for unit in tree}
    sizes = {unit: max(12, people // 20 ** (depth[unit] - 1)) for unit in tree}
    high = [unit for unit in tree if depth[unit] <= DIVISION]
    rows = [_row(wave, unit, one, sizes[unit]) for unit in tree for one in PRINCIPLES]
    rows += [row for unit in high for row in _high(wave, unit, sizes[unit])]
    levels = [_level(wave, unit, one, sizes[unit]) for unit in tree for one in PRINCIPLES]
    return Body(rows, list(_told(wave, list(tree))), levels, [_split(wave, unit) for unit in high])


def _points(wave: int, unit: int, principle: str) -> float:
    return round(60 + 8 * sin(unit + len(principle)) + 2 * sin(wave * unit), 4)


def _row(wave: int, unit: int, measure: str, n: int, factor: str = "", band: str = "") -> Row:
    return Row(unit, factor, band, measure, n, 3 * n, _points(wave, unit, measure + band))


def _high(wave: int, unit: int, n: int) -> Iterator[Row]:
    for factor, band in BANDS:
        yield from (_row(wave, unit, one, max(10, n // 4), factor, band) for one in PRINCIPLES)
    for item in ours().items:
        if item.kind is Kind.RATED:
            counts = [n // 5] * 5
            yield Row(unit, "", "", item.code, sum(counts), sum(counts), 50.0 + unit % 7, counts=counts)


def _level(wave: int, unit: int, principle: str, n: int) -> Level:
    level = _points(wave, unit, principle)
    since = max(1, wave - 12) if wave > 1 else None
    first = Level(unit, principle, n * 10 // 7, level, level - 3, level + 3, unseen_3=9.5, unseen_6=7.0, unseen_12=5.5)
    return replace(first, since=since, change=-1.5, change_low=-3.5, change_high=0.5) if since else first


def _told(wave: int, units: list[int]) -> Iterator[Told]:
    """Alarms stand from the third wave of each epoch on to its end; the watch list changes."""
    begun = (wave - 1) // 12 * 12 + 3
    for unit in units[1 : N_ALARMED + 1] if wave >= begun else []:
        now = {"shape": "ramp", "onset": begun - 2, "onset_low": begun - 2, "onset_high": begun - 1}
        yield _found("alarm", unit, begun, now)
    for unit in units[wave : wave + N_WATCHED]:
        yield _found("watch", unit, wave, None)


def _found(name: str, unit: int, wave: int, now: dict[str, object] | None) -> Told:
    first, last = max(1, wave - 2), max(1, wave - 1)
    return Told(name, unit, "learning", "down", "ramp", wave, first, first, last, 8.0, 4.0, 12.0, "strong", now)


def _split(wave: int, unit: int) -> Parts:
    names = ("within", "joiners", "leavers", "reweighting", "hidden")
    parts: dict[str, list[float | None]] = {name: [-1.0, -2.0, 0.0] for name in names}
    return Parts(unit, "learning", max(1, wave - 12), -5.0, parts)
