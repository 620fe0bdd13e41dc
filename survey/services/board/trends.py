"""Levels in the light of all waves: what is published goes in, a level with its range comes out.

A local level model: a level wanders, a wave errs around it by chance and by a shock of its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.board.values import Range
from survey.services.release.shown import FROM_LOW_TO_HIGH, MOST_POINTS

Known = float | None


@dataclass(frozen=True, slots=True)
class Motion:
    """How levels move when nothing in particular happens: points squared in a year, and in a single wave."""

    wander: float = 2.25
    shock: float = 0.25


@dataclass(frozen=True, slots=True)
class Smoothed:
    """Level, variance and gain by wave, None outside the first and last mean; the gain says what later waves teach."""

    level: tuple[Known, ...]
    variance: tuple[float, ...]
    gain: tuple[float, ...]

    def at(self, wave: int) -> Range | None:
        level = self.level[wave]
        if level is None:
            return None
        half = FROM_LOW_TO_HIGH * math.sqrt(self.variance[wave])
        return Range(level, max(0.0, level - half), min(float(MOST_POINTS), level + half))

    def change(self, since: int, until: int) -> Range | None:
        """The level of one wave less that of an earlier one; its range knows how far both err together."""
        then, now = self.level[since], self.level[until]
        if then is None or now is None:
            return None
        shared = math.prod(self.gain[since:until]) * self.variance[until]
        half = FROM_LOW_TO_HIGH * math.sqrt(max(0.0, self.variance[since] + self.variance[until] - 2 * shared))
        return Range(now - then, now - then - half, now - then + half)


def smoothed(
    means: Sequence[Known], people: Sequence[int], *, spread: Sequence[float], times: Sequence[float], motion: Motion
) -> Smoothed:
    """One unit on one principle. `spread` is the standard deviation between people, `times` are years, by wave."""
    held = [wave for wave, mean in enumerate(means) if mean is not None]
    if not held:
        return Smoothed((None,) * len(means), (0.0,) * len(means), (0.0,) * len(means))
    noise = [motion.shock + spread[wave] ** 2 / people[wave] if people[wave] else 0.0 for wave in range(len(means))]
    level, variance = _filter(means, noise, times, motion, range(held[0], held[-1] + 1))
    gain = [0.0] * len(means)
    for wave in range(held[-1] - 1, held[0] - 1, -1):
        ahead = variance[wave] + motion.wander * (times[wave + 1] - times[wave])
        gain[wave] = variance[wave] / ahead if ahead else 1.0
        level[wave] += gain[wave] * (level[wave + 1] - level[wave])
        variance[wave] += gain[wave] ** 2 * (variance[wave + 1] - ahead)
    inside = range(held[0], held[-1] + 1)
    return Smoothed(
        tuple(level[wave] if wave in inside else None for wave in range(len(means))), tuple(variance), tuple(gain)
    )


def _filter(
    means: Sequence[Known], noise: Sequence[float], times: Sequence[float], motion: Motion, inside: range
) -> tuple[list[float], list[float]]:
    """Level and variance after each wave, given it and those before; the first mean is the first level."""
    level, variance = [0.0] * len(means), [0.0] * len(means)
    first = inside.start
    level[first], variance[first] = float(means[first] or 0.0), noise[first]
    for wave in inside[1:]:
        before = variance[wave - 1] + motion.wander * (times[wave] - times[wave - 1])
        mean = means[wave]
        total = before + noise[wave]
        share = 0.0 if mean is None else before / total if total else 1.0
        level[wave] = level[wave - 1] + share * ((mean or 0.0) - level[wave - 1])
        variance[wave] = (1 - share) * before
    return level, variance
