"""What the engine found, as far as it may be told: of shown units of 2k people or more, sizes of fifty."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from survey.queries.releases import Told
from survey.questionnaires.questionnaire import PRINCIPLES

if TYPE_CHECKING:
    from analysis.drift.result import Alarm, Result

ENOUGH_FOR_A_SIZE = 50
"""People of whom the size of a change on linked answers is shown."""

STRONG, VERY_STRONG = math.log(10), math.log(100)
"""Evidence beyond the threshold, as a natural logarithm, from which it is called so."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Who may be spoken of: units by seat, wave numbers by place, people who answered by unit and principle."""

    units: tuple[int, ...]
    first_number: int
    people: Mapping[tuple[int, str], int]
    k: int


def findings(result: "Result", sight: Sight) -> list[Told]:
    """Alarms first, each also as it is known now, then the watch list."""
    alarms = zip_longest(result.alarms, result.changes)
    parts = (("alarm", alarms), ("watch", ((one, None) for one in result.watch)))
    return [one for name, found in parts for one in _told(name, found, result.log_threshold, sight)]


def _told(name: str, found: "Iterable[tuple[Alarm, Alarm | None]]", threshold: float, sight: Sight) -> Iterator[Told]:
    for alarm, known in found:
        unit, principle = sight.units[alarm.unit], PRINCIPLES[alarm.scale]
        people = sight.people.get((unit, principle), 0)
        if people >= 2 * sight.k:
            described = _described(alarm, people, sight)
            yield Told(
                list=name,
                unit_id=unit,
                principle=principle,
                direction=alarm.direction,
                told_in=sight.first_number + alarm.wave,
                now=None if known is None else _described(known, people, sight),
                **described,
                grade=grade(alarm.log_evidence - threshold),
            )


def _described(alarm: "Alarm", people: int, sight: Sight) -> dict[str, Any]:
    sizes = {"points": alarm.size, "low": alarm.low, "high": alarm.high}
    return {
        "shape": alarm.shape,
        "onset": sight.first_number + alarm.onset,
        "onset_low": sight.first_number + alarm.onset_low,
        "onset_high": sight.first_number + alarm.onset_high,
        **{name: to_half(size) if people >= ENOUGH_FOR_A_SIZE else None for name, size in sizes.items()},
    }


def to_half(points: float) -> float:
    """To the nearest half point; never minus nought, which not every database keeps."""
    return round(2 * points) / 2 + 0.0


def grade(beyond: float) -> str:
    """The evidence in one of three words."""
    if beyond >= VERY_STRONG:
        return "very strong"
    return "strong" if beyond >= STRONG else "some"
