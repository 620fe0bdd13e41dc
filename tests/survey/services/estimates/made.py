"""Published means and linked scores of a small made-up company: unit 1 is it, 2 and 3 are its divisions."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from analysis import Scores, Tree
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.parts import Linked
from survey.services.estimates.series import Series, WaveMeans, series_of

COMPANY, NORTH, SOUTH = 1, 2, 3
SPREAD = dict.fromkeys(PRINCIPLES, 20.0)


def wave_means(number: int, points: Mapping[int, float], *, people: int = 60) -> WaveMeans:
    """A month apart; each principle has the same points."""
    day = date(2026, 1, 5) + timedelta(days=30 * number)
    means = [(unit, name, people, value) for unit, value in points.items() for name in PRINCIPLES]
    return WaveMeans(number, day, SPREAD, means)


def flat(n_waves: int, *, people: int = 60, units: tuple[int, ...] = (COMPANY, NORTH)) -> Series:
    """The same in every wave."""
    waves = [wave_means(number, dict.fromkeys(units, 60.0), people=people) for number in range(1, n_waves + 1)]
    return series_of(waves, k=5)


def linked(*, waves: Mapping[int, Mapping[int, float]], unit: int = NORTH) -> Linked:
    """By wave number who in the unit scored what on the first principle."""
    numbers = sorted(waves)
    rows = [
        (at, person, {COMPANY: 0, NORTH: 1, SOUTH: 2}[unit], 0, value)
        for at, number in enumerate(numbers)
        for person, value in waves[number].items()
    ]
    return Linked(Scores(*zip(*rows, strict=True)), Tree([-1, 0, 0]), (COMPANY, NORTH, SOUTH), numbers)


def scores(people: range, rng: np.random.Generator, *, mean: float = 60.0) -> dict[int, float]:
    return {person: float(np.clip(rng.normal(mean, 15), 0, 100)) for person in people}
