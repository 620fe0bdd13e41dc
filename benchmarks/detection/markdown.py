"""Numbers as they stand in the tables."""

import math
from collections.abc import Iterable, Sequence

from benchmarks.detection.bound import Bound
from benchmarks.detection.limits import Measured

NONE = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def per_year(measured: Measured) -> str:
    if math.isnan(measured.value):
        return NONE
    return f"{_short(measured.value)} [{_short(measured.low)}, {_short(measured.high)}]"


def percent(measured: Measured) -> str:
    """A share with its limits, in percent."""
    if math.isnan(measured.value):
        return NONE
    return f"{100 * measured.value:.0f} [{100 * measured.low:.0f}, {100 * measured.high:.0f}]"


def points(measured: Measured) -> str:
    if math.isnan(measured.value):
        return NONE
    return f"{measured.value:+.1f} [{measured.low:+.1f}, {measured.high:+.1f}]".replace("-", "−")


def waves(delay: float) -> str:
    if math.isnan(delay):
        return NONE
    return "never" if math.isinf(delay) else f"{delay:.0f}"


def delay(median: Measured, eightieth: float) -> str:
    """Median, its limits, and the 80th percentile."""
    if math.isnan(median.value):
        return NONE
    return f"{waves(median.value)} [{waves(median.low)}, {waves(median.high)}] ({waves(eightieth)})"


def oracle(bound: Bound | None) -> str:
    if bound is None:
        return NONE
    return " / ".join("> 36" if one is None else str(one) for one in (bound.first, bound.with_more))


def _short(rate: float) -> str:
    return f"{rate:.1f}" if rate >= 10 else f"{rate:.2f}" if rate >= 1 else f"{rate:.3f}"
