"""A lasting fall of response is found, swings are not, and what is promised of false reports holds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, t

from analysis import InsufficientData
from analysis.participation import LINE, SLACK, Response, watch_response

QUIET = (430, 424, 436, 428, 421, 433, 427, 430)


def simulated(
    rng: np.random.Generator, *, n_waves: int, asked: int = 600, swing: float = 0.15, kept: float = 0.0
) -> list[int]:
    """Counts of a company in which seven in ten answer, on average; `kept` correlates neighbouring waves."""
    drawn = rng.normal(0, swing, n_waves)
    for wave in range(1, n_waves):
        drawn[wave] = kept * drawn[wave - 1] + np.sqrt(1 - kept**2) * drawn[wave]
    return rng.binomial(asked, 1 / (1 + np.exp(-(0.85 + drawn)))).tolist()  # type: ignore[no-any-return] -- numpy's


def share_reported(n_companies: int, **world: float) -> float:
    """Companies in which a fall was ever reported."""
    rng = np.random.default_rng(20260101)
    asked = int(world.get("asked", 600))
    found = [
        watch_response([asked] * 60, simulated(rng, n_waves=60, **world)).evidence.max() > LINE  # type: ignore[arg-type] -- by name
        for _ in range(n_companies)
    ]
    return float(np.mean(found))


def test_the_chart_is_what_the_formulas_say() -> None:
    counts = np.array([*QUIET, 380, 370])
    x = np.log((counts + 0.5) / (600 - counts + 0.5))
    expected = 0.0
    for wave in range(4, 10):
        error = np.sqrt(1 / (counts[wave] + 0.5) + 1 / (600 - counts[wave] + 0.5))
        ratio = (x[wave] - np.mean(x[:wave])) / (max(np.std(x[:wave], ddof=1), error) * np.sqrt((wave + 1) / wave))
        expected = max(0.0, expected - norm.ppf(t(wave - 1).cdf(ratio)) - SLACK)

    assert watch_response([600] * 10, counts).evidence[-1] == pytest.approx(expected, rel=1e-9)


def test_a_lasting_fall_is_reported_with_its_beginning_and_what_was_before() -> None:
    found = watch_response([600] * 11, [*QUIET, 350, 345, 352])

    assert found.since == 8
    assert found.before == pytest.approx(sum(QUIET) / 4800)


def test_one_low_wave_is_no_fall() -> None:
    assert watch_response([600] * 11, [*QUIET, 400, 428, 431]).since is None


def test_a_rise_is_no_fall() -> None:
    assert watch_response([600] * 11, [*QUIET, 520, 530, 525]).evidence[-1] == 0


def test_equal_counts_have_a_range_all_the_same() -> None:
    found = watch_response([25] * 8, [20] * 8)

    assert found.since is None
    assert 0 < found.unseen < 0.8


def test_fewer_than_six_waves_say_nothing() -> None:
    with pytest.raises(InsufficientData):
        watch_response([600] * 5, QUIET[:5])


@pytest.mark.parametrize(("asked", "answered"), [([10] * 6, [11] * 6), ([0] * 6, [0] * 6), ([10] * 6, [5] * 7)])
def test_counts_that_contradict_each_other_are_refused(asked: list[int], answered: list[int]) -> None:
    with pytest.raises(ValueError, match="wanted 0 <= answered <= asked"):
        watch_response(asked, answered)


@given(st.lists(st.integers(0, 40), min_size=6, max_size=40))
def test_whatever_is_counted_the_chart_is_finite_and_the_unseen_fall_a_share(counts: list[int]) -> None:
    found: Response = watch_response([40] * len(counts), counts)

    assert np.isfinite(found.evidence).all()
    assert (found.evidence >= 0).all()
    assert 0 < found.unseen < 1


def test_at_most_one_company_in_ten_is_told_of_a_fall_within_sixty_waves() -> None:
    assert share_reported(400) < 0.13  # 0.083 in 10,000; 400 companies are two standard errors


def test_small_companies_are_told_of_fewer() -> None:
    assert share_reported(300, asked=25, swing=0.0) < 0.1


def test_where_neighbouring_waves_are_alike_it_is_up_to_one_in_three() -> None:
    assert 0.1 < share_reported(300, kept=0.3) < 0.4


@pytest.mark.parametrize("n_waves", [8, 12, 24])
def test_of_falls_as_large_as_is_said_four_in_five_are_found_within_six_waves(n_waves: int) -> None:
    rng, found = np.random.default_rng(20260101), []
    for _ in range(200):
        before = simulated(rng, n_waves=n_waves)
        share = np.mean(before) / 600 - watch_response([600] * n_waves, before).unseen
        shift = np.log(share / (1 - share)) - 0.85
        after = rng.binomial(600, 1 / (1 + np.exp(-(0.85 + shift + rng.normal(0, 0.15, 6))))).tolist()
        found.append(watch_response([600] * (n_waves + 6), [*before, *after]).evidence[n_waves:].max() > LINE)

    assert np.mean(found) > 0.75
