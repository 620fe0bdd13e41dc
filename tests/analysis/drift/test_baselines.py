"""What the field's rules and textbook charts do in a company in which nothing changes.

`docs/explanation/baselines.md` quotes these rates; 67 units, 3 scales, monthly, six years, the first for baselines.
"""

import numpy as np
import pytest

from analysis.drift import cusum, ewma
from analysis.drift.charts import standardised
from analysis.drift.rules import field_rule, last_versus_previous
from analysis.estimates import Estimates
from analysis.precision import estimate_levels
from analysis.simulate import World, simulate_scores

N_WAVES, N_UNITS, N_SCALES = 72, 67, 3
N_YEARS = (N_WAVES - 12) / 12
# One false alarm in ten years of the company, if waves were what the books take them for.
EVERY = 120.0 * N_UNITS * N_SCALES


def levels(turnover: float, rng: np.random.Generator) -> Estimates:
    simulated = simulate_scores(World(n_waves=N_WAVES, turnover=turnover), rng)
    return estimate_levels(simulated.scores, simulated.tree)


def false_alarms(turnover: float, n_companies: int) -> dict[str, float]:
    """Alarms a company-year, by rule and chart."""
    rng = np.random.default_rng(20260101)
    counts = np.zeros(4)
    threshold, limit = cusum.threshold_for(EVERY), ewma.limit_for(EVERY / 2, weight=0.2)
    for _ in range(n_companies):
        found = levels(turnover, rng)
        rules = [np.sum(rule(found).wave >= 12) for rule in (last_versus_previous, field_rule)]
        counts += [*rules, 0, 0]
        series = np.full((N_UNITS, N_SCALES, N_WAVES), np.nan)
        series[found.unit, found.scale, found.wave] = found.mean
        for values in series.reshape(-1, N_WAVES):
            later = standardised(values)[12:]
            falls = cusum.chart(later, threshold=threshold), ewma.chart(later, limit=limit, weight=0.2, side="down")
            counts += [0, 0, *(chart.alarms.size for chart in falls)]
    return dict(zip(("last", "field", "cusum", "ewma"), counts / n_companies / N_YEARS, strict=True))


def test_comparing_with_the_last_wave_flags_something_every_month() -> None:
    found = last_versus_previous(levels(0.015, np.random.default_rng(20260101)))

    assert found.wave.size / (N_WAVES / 12) > 12


# The page's rates come from these very companies; a tenth is left for another version of the random generator.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("turnover", "page"),
    [
        (0.015, {"last": 36.7, "field": 1.4, "cusum": 19.7, "ewma": 18.2}),
        (1.0, {"last": 62.3, "field": 2.8, "cusum": 7.2, "ewma": 6.1}),
    ],
)
def test_rules_and_charts_alarm_as_often_as_the_page_says(turnover: float, page: dict[str, float]) -> None:
    found = false_alarms(turnover, n_companies=20)

    assert found == pytest.approx(page, rel=0.1)
