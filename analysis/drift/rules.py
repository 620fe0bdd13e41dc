"""What the field does: compare a wave with the one before, and flag what passes a rule."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import Estimates
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Flags:
    """Unit-waves that a rule flags, in the order wave, unit, scale.

    Attributes
    ----------
    wave, unit, scale : ndarray of int, shape (n_flags,)
        What is flagged.
    change : ndarray of float, shape (n_flags,)
        Mean less that of the wave before, in points of 0–100; negative is a fall.
    p_value : ndarray of float, shape (n_flags,)
        Two-sided, of the t-test between the two waves.
    """

    wave: Ints
    unit: Ints
    scale: Ints
    change: Floats
    p_value: Floats


def last_versus_previous(estimates: Estimates, *, level: float = 0.05) -> Flags:
    """Flag every fall between two waves in which p is below a level.

    The practice of many survey tools, here to be compared with. Its false alarms grow with units, scales and waves,
    because every test gets the whole level; and it forgets: a slow descent never differs much from last month.

    Parameters
    ----------
    estimates : Estimates
        Levels of units; rows whose mean or standard error is nan are passed over.
    level : float
        Two-sided p-value below which a fall is flagged; 0 < level < 1.

    Returns
    -------
    Flags
        The falls.

    Raises
    ------
    ValueError
        If the level is no probability.

    Notes
    -----
    t = (m₁ − m₀) / √(se₁² + se₀²), with Welch's degrees of freedom from both n (normal where n is unknown). The wave
    before is the unit's last one with a mean. It treats the two waves as independent samples, which people who
    answer twice are not, and shared shocks as change.

    References
    ----------
    Welch, B. L. (1947). The generalization of Student's problem when several different population variances are
    involved. Biometrika 34, 28–35.

    Examples
    --------
    >>> at = np.array
    >>> two = Estimates(wave=at([0, 1]), unit=at([0, 0]), scale=at([0, 0]), n=at([30, 30]), mean=at([70.0, 60.0]),
    ...                 se=at([3.0, 3.0]), low=at([65.0, 55.0]), high=at([75.0, 65.0]), shrunk=at([70.0, 60.0]))
    >>> last_versus_previous(two).wave
    array([1])
    """
    change, p_value, now, _ = _compared(estimates, level)
    return _flags(estimates, now, change, p_value, (change < 0) & (p_value < level))


def field_rule(estimates: Estimates, *, least: int = 20, points: float = 8.0, level: float = 0.05) -> Flags:
    """Flag falls that are significant, large, and of a unit that is large enough.

    The practice of careful survey teams: as `last_versus_previous`, but both waves need `least` respondents and the
    fall must reach `points`. Fewer false flags, bought with blindness to small units and to gentle descents.

    Parameters
    ----------
    estimates : Estimates
        Levels of units; rows whose n is unknown (0) never have enough respondents.
    least : int
        Respondents wanted in the wave and in the one before; at least 1.
    points : float
        Smallest fall, in points of 0–100; ≥ 0.
    level : float
        Two-sided p-value below which a fall is flagged; 0 < level < 1.

    Returns
    -------
    Flags
        The falls.

    Raises
    ------
    ValueError
        If a setting lies outside its range.

    Examples
    --------
    >>> at = np.array
    >>> two = Estimates(wave=at([0, 1]), unit=at([0, 0]), scale=at([0, 0]), n=at([30, 19]), mean=at([70.0, 50.0]),
    ...                 se=at([3.0, 3.0]), low=at([65.0, 45.0]), high=at([75.0, 55.0]), shrunk=at([70.0, 50.0]))
    >>> field_rule(two).wave.size, field_rule(two, least=19).wave.size
    (0, 1)
    """
    if least < 1:
        raise ValueError(f"least must be at least 1 respondent; got {least}")
    if not points >= 0:
        raise ValueError(f"points must be at least 0; got {points}")
    change, p_value, now, before = _compared(estimates, level)
    enough = np.minimum(estimates.n[now], estimates.n[before]) >= least
    return _flags(estimates, now, change, p_value, enough & (change < 0) & (change <= -points) & (p_value < level))


def _compared(estimates: Estimates, level: float) -> tuple[Floats, Floats, Ints, Ints]:
    """Change and p-value of every wave with one before, and the rows of both."""
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1; got {level}")
    now, before = _pairs(estimates)
    change = estimates.mean[now] - estimates.mean[before]
    return change, _welch(change, estimates, now, before), now, before


def _pairs(estimates: Estimates) -> tuple[Ints, Ints]:
    """Rows with a mean, and for each the last such row before it of the same unit and scale; by wave."""
    known = np.flatnonzero(np.isfinite(estimates.mean) & np.isfinite(estimates.se))
    order = known[np.lexsort((estimates.wave[known], estimates.scale[known], estimates.unit[known]))]
    before, now = order[:-1], order[1:]
    same = (estimates.unit[before] == estimates.unit[now]) & (estimates.scale[before] == estimates.scale[now])
    before, now = before[same], now[same]
    by_wave = np.lexsort((estimates.scale[now], estimates.unit[now], estimates.wave[now]))
    return now[by_wave], before[by_wave]


def _welch(change: Floats, estimates: Estimates, now: Ints, before: Ints) -> Floats:
    """Two-sided p-values; nan where neither wave has an error, so that nothing can be said."""
    from scipy.special import stdtr  # noqa: PLC0415 -- weight

    variances = np.array([estimates.se[now] ** 2, estimates.se[before] ** 2])
    people = np.array([estimates.n[now], estimates.n[before]])
    variance = variances.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        spent = np.where(people > 1, variances**2 / (people - 1), 0.0).sum(axis=0)
        p_value = 2 * stdtr(variance**2 / spent, -np.abs(change) / np.sqrt(variance))
    return np.where(variance > 0, p_value, np.nan)


def _flags(estimates: Estimates, now: Ints, change: Floats, p_value: Floats, chosen: NDArray[np.bool_]) -> Flags:
    rows = now[chosen]
    return Flags(estimates.wave[rows], estimates.unit[rows], estimates.scale[rows], change[chosen], p_value[chosen])
