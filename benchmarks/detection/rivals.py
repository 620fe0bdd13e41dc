"""What the field's rules and textbook charts say of the same waves, at nominal settings and at stricter ones.

What is kept of a company is enough to choose the setting later: for rules the p-values, for charts what happens at each
threshold of a fixed ladder whose first rung is the nominal one.
"""

import math
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from analysis.drift import cusum, ewma
from analysis.drift.charts import Chart, standardised
from analysis.drift.rules import Flags, field_rule, last_versus_previous
from analysis.errors import InsufficientData
from analysis.estimates import Estimates
from analysis.panel import Floats
from benchmarks.detection.limits import NEVER

BASELINE = 12
RULES: dict[str, Callable[[Estimates], Flags]] = {
    "last wave against the one before, p < .05": last_versus_previous,
    "n ≥ 20, fall ≥ 8 points, p < .05": field_rule,
}
CHARTS: dict[str, tuple[float, Callable[[Floats, float], Chart]]] = {
    "CUSUM, k = .5, h = 5": (5.0, lambda series, height: cusum.chart(series, threshold=height)),
    "EWMA, λ = .2, L = 3": (3.0, lambda series, limit: ewma.chart(series, limit=limit, weight=0.2, side="down")),
}
LADDER = 1.08 ** np.arange(70)
"""Thresholds, as multiples of the nominal one; the last is 200 times as high."""

MOST_KEPT = 60
"""Smallest p-values that are kept of a quiet company; stricter settings than these are never wanted."""

NOMINAL_LOG_P = math.log10(0.05)

Kept = dict[str, list[list[float]]]
"""By method, as pairs that `alarms_at` and `delay_at` read."""


def quiet(estimates: Estimates) -> Kept:
    """Per rule a pair (log10 p, flags so far), rising; per chart a pair (rung, alarms at it), while there are any."""
    kept: Kept = {}
    for name, rule in RULES.items():
        log_p = np.sort(_log_p(rule(estimates)))
        rows = [[p, count] for count, p in enumerate(log_p.tolist(), start=1)]
        kept[name] = rows[:MOST_KEPT] + rows[MOST_KEPT:][-1:]
    for name, (nominal, chart) in CHARTS.items():
        counts = [0] * LADDER.size
        for _, series in _series(estimates):
            for rung, drawn in _climb(series, nominal, chart):
                counts[rung] += drawn.alarms.size
        kept[name] = [[rung, count] for rung, count in enumerate(counts) if count]
    return kept


def fallen(estimates: Estimates, onset: int) -> Kept:
    """Per rule pairs (log10 p, delay), ever stricter and later; per chart pairs (rung, delay); in scale 0 alone."""
    kept: Kept = {}
    for name, rule in RULES.items():
        flags = rule(estimates)
        after = np.flatnonzero((flags.scale == 0) & (flags.wave >= onset))
        kept[name] = _records(zip(_log_p(flags)[after].tolist(), (flags.wave[after] - onset + 1).tolist(), strict=True))
    for name, (nominal, chart) in CHARTS.items():
        first: dict[int, int] = {}
        for scale, series in _series(estimates):
            for rung, drawn in _climb(series, nominal, chart) if scale == 0 else ():
                later = drawn.alarms[drawn.alarms >= onset - BASELINE]
                if later.size:
                    delay = int(later[0]) + BASELINE - onset + 1
                    first[rung] = min(first.setdefault(rung, delay), delay)
        kept[name] = [[rung, delay] for rung, delay in sorted(first.items())]
    return kept


def settings(name: str) -> list[float]:
    """Settings of a method from the nominal one to ever stricter ones."""
    if name in RULES:
        return [NOMINAL_LOG_P, *np.linspace(-1.5, -30, 571).tolist()]
    return [float(rung) for rung in range(LADDER.size)]


def alarms_at(name: str, setting: float, pairs: Iterable[list[float]]) -> float:
    """Alarms of a quiet company at a setting."""
    return max((count for value, count in pairs if _passes(name, value, setting)), default=0.0)


def delay_at(name: str, setting: float, pairs: Iterable[list[float]]) -> float:
    """Waves until the first alarm after the onset at a setting."""
    return min((delay for value, delay in pairs if _passes(name, value, setting)), default=NEVER)


def _passes(name: str, value: float, setting: float) -> bool:
    return value <= setting if name in RULES else value == setting


def _log_p(flags: Flags) -> Floats:
    return np.asarray(np.log10(np.maximum(flags.p_value, 1e-300)))


def _records(found: Iterable[tuple[float, int]]) -> list[list[float]]:
    """Those stricter than all before them; `found` comes by wave."""
    records: list[list[float]] = []
    for log_p, delay in found:
        if not records or log_p < records[-1][0]:
            records.append([log_p, delay])
    return records


def _series(estimates: Estimates) -> Iterator[tuple[int, Floats]]:
    """Scale and later waves of each unit's means, in standard deviations of its first year's waves."""
    shape = [int(column.max()) + 1 for column in (estimates.unit, estimates.scale, estimates.wave)]
    series = np.full(shape, np.nan)
    series[estimates.unit, estimates.scale, estimates.wave] = estimates.mean
    for unit, scale in np.ndindex(shape[0], shape[1]):
        try:
            yield scale, standardised(series[unit, scale], baseline=BASELINE)[BASELINE:]
        except InsufficientData:
            continue


def _climb(series: Floats, nominal: float, chart: Callable[[Floats, float], Chart]) -> Iterator[tuple[int, Chart]]:
    """Rungs of the ladder at which the chart alarms at all; above its highest value it never does."""
    for rung, multiple in enumerate(LADDER.tolist()):
        drawn = chart(series, nominal * multiple)
        if not drawn.alarms.size:
            return
        yield rung, drawn
