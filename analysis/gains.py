"""What an alternative to a planned programme would buy."""

from dataclasses import dataclass

import numpy as np

from analysis.planner import FallFound


@dataclass(frozen=True, slots=True)
class Gain:
    """What an alternative changes in one entry of a plan; negative is better.

    Attributes
    ----------
    points : float
        Difference of the falls found, in points of 0–100; nan where either could not be found.
    months : float
        How much later the alternative finds the fall of the plan; nan where it does not within a year, or the plan
        finds none.
    at_least : bool
        Whether it may be earlier still: the alternative finds a smaller fall within the shortest time looked at.
    """

    points: float
    months: float
    at_least: bool


def gains(planned: tuple[FallFound, ...], instead: tuple[FallFound, ...]) -> tuple[Gain, ...]:
    """Compare an alternative with the plan, entry by entry.

    Parameters
    ----------
    planned, instead : tuple of FallFound
        From `plan_falls`, of the same tree.

    Returns
    -------
    tuple of Gain
        In the order of the entries.

    Notes
    -----
    Between the months that are known, falls are interpolated against the logarithm of time.

    Examples
    --------
    >>> from analysis.gains import gains
    >>> from analysis.planner import FallFound
    >>> of_plan = [FallFound("team", 1, months, points, points, points) for months, points in ((3, 9.0), (6, 7.0))]
    >>> instead = [FallFound("team", 1, months, points, points, points) for months, points in ((3, 7.0), (6, 5.0))]
    >>> [(gain.points, round(gain.months, 1)) for gain in gains(tuple(of_plan), tuple(instead))]
    [(-2.0, 0.0), (-2.0, -3.0)]
    """
    compared = []
    for ours, theirs in zip(planned, instead, strict=True):
        begun, needed = (_months_to_find(ours, falls) for falls in (planned, instead))
        quickest = _row(ours, instead)[0]
        at_least = needed == quickest.months and quickest.points < ours.points
        compared.append(Gain(theirs.points - ours.points, needed - begun, at_least=bool(at_least)))
    return tuple(compared)


def _row(fall: FallFound, falls: tuple[FallFound, ...]) -> list[FallFound]:
    """Those at the same level after the same years, soonest first."""
    return [other for other in falls if (other.level, other.after_years) == (fall.level, fall.after_years)]


def _months_to_find(fall: FallFound, falls: tuple[FallFound, ...]) -> float:
    """Months within which others find a fall of such points; nan if they do not within theirs."""
    row = [other for other in _row(fall, falls) if not np.isnan(other.points)]
    if not row or not fall.points >= row[-1].points:
        return float("nan")
    points, months = (np.array([getattr(other, name) for other in reversed(row)]) for name in ("points", "months"))
    sooner = float(np.exp(np.interp(fall.points, points, np.log(months))))
    return float(row[0].months) if fall.points >= row[0].points else sooner
