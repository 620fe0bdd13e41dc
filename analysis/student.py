"""Student's t of whole degrees of freedom in closed form, for pages: a web worker does not load SciPy."""

from math import atan2, cos, pi, sin, sqrt


def share_below(value: float, freedom: int) -> float:
    """Share of Student's t distribution that lies below a value.

    For few values at a time and moderate degrees of freedom; for arrays SciPy is faster.

    Parameters
    ----------
    value : float
        Finite.
    freedom : int
        Degrees of freedom; at least 1. The work grows with it.

    Returns
    -------
    float
        Between 0 and 1; exact to some 1e-15, so that shares smaller than that are not told from 0.

    Raises
    ------
    ValueError
        With fewer than one degree of freedom.

    Notes
    -----
    With θ = atan(value / √freedom) the share within ±value is a finite sum: for even degrees of freedom
    sin θ · (1 + ½ cos² θ + ½·¾ cos⁴ θ + …), for odd ones 2/π · (θ + sin θ · (cos θ + ⅔ cos³ θ + …)).

    References
    ----------
    Abramowitz, M. and Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.7.3 and 26.7.4.

    Examples
    --------
    >>> share_below(0.0, 5)
    0.5
    >>> round(share_below(2.015, 5), 3)
    0.95
    """
    if freedom < 1:
        raise ValueError(f"got {freedom} degrees of freedom; wanted 1 or more")
    angle = atan2(value, sqrt(freedom))
    within = _even(angle, freedom) if freedom % 2 == 0 else _odd(angle, freedom)
    return min(1.0, max(0.0, (1 + within) / 2))


def _even(angle: float, freedom: int) -> float:
    term = total = 1.0
    for step in range(1, freedom - 2, 2):
        term *= cos(angle) ** 2 * step / (step + 1)
        total += term
    return sin(angle) * total


def _odd(angle: float, freedom: int) -> float:
    if freedom == 1:
        return 2 * angle / pi
    term = total = cos(angle)
    for step in range(2, freedom - 2, 2):
        term *= cos(angle) ** 2 * step / (step + 1)
        total += term
    return 2 * (angle + sin(angle) * total) / pi
