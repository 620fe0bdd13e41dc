"""What the engine found, as far as it may be told: of shown units of 2k people or more, sizes of fifty."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    """Alarms first, then the watch list."""
    parts = (("alarm", result.alarms), ("watch", result.watch))
    return [one for name, alarms in parts for one in _told(name, alarms, result.log_threshold, sight)]


def _told(name: str, alarms: "Iterable[Alarm]", threshold: float, sight: Sight) -> Iterator[Told]:
    for alarm in alarms:
        unit, principle = sight.units[alarm.unit], PRINCIPLES[alarm.scale]
        people = sight.people.get((unit, principle), 0)
        if people >= 2 * sight.k:
            sizes = (alarm.size, alarm.low, alarm.high)
            points, low, high = (to_half(size) if people >= ENOUGH_FOR_A_SIZE else None for size in sizes)
            yield Told(
                list=name,
                unit_id=unit,
                principle=principle,
                direction=alarm.direction,
                shape=alarm.shape,
                told_in=sight.first_number + alarm.wave,
                onset=sight.first_number + alarm.onset,
                onset_low=sight.first_number + alarm.onset_low,
                onset_high=sight.first_number + alarm.onset_high,
                points=points,
                low=low,
                high=high,
                grade=grade(alarm.log_evidence - threshold),
            )


def to_half(points: float) -> float:
    """To the nearest half point."""
    return round(2 * points) / 2


def grade(beyond: float) -> str:
    """The evidence in one of three words."""
    if beyond >= VERY_STRONG:
        return "very strong"
    return "strong" if beyond >= STRONG else "some"
