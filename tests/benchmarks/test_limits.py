"""Monte Carlo limits of what the benchmark measures."""

import math

import numpy as np
import pytest

from benchmarks.detection.limits import NEVER, middle, quantile, rate, share


def test_no_event_leaves_room_for_what_a_poisson_count_allows() -> None:
    found = rate([0] * 20, [10.0] * 20)

    # chi²(.975; 2) / 2 = 3.688879.
    assert (found.value, found.low, found.high) == (0.0, 0.0, pytest.approx(3.688879 / 200))


def test_one_event_in_one_company_is_no_proof_of_a_high_rate() -> None:
    found = rate([1], [10.0])

    # chi²(.025; 2) / 2 = .02531781, chi²(.975; 4) / 2 = 5.571643.
    assert (found.low, found.high) == pytest.approx((0.002531781, 0.5571643))


def test_events_that_come_in_crowds_widen_the_limits() -> None:
    alone, crowds = rate([1] * 50 + [0] * 50, [10.0] * 100), rate([10] * 5 + [0] * 95, [10.0] * 100)

    assert alone.value == crowds.value == 0.05
    assert crowds.high - crowds.low > 2 * (alone.high - alone.low)


def test_limits_of_a_rate_cover_it_in_nineteen_of_twenty_studies() -> None:
    rng = np.random.default_rng(20260101)
    studies = [rate(rng.poisson(0.4, 60).tolist(), [10.0] * 60) for _ in range(200)]

    assert sum(found.low <= 0.04 <= found.high for found in studies) >= 182


def test_limits_of_a_share_are_clopper_and_pearsons() -> None:
    # R: binom.test(9, 10)$conf.int; binom.test(10, 10)$conf.int
    assert (share(9, 10).low, share(9, 10).high) == pytest.approx((0.5549839, 0.9974714), abs=1e-6)
    assert (share(10, 10).low, share(10, 10).high) == pytest.approx((0.6915029, 1.0), abs=1e-6)


def test_a_median_is_never_where_most_companies_never_hear() -> None:
    found = middle([3.0, 5.0, 6.0, *[NEVER] * 4])

    assert (found.value, found.low, found.high) == (NEVER, 3.0, NEVER)


def test_five_companies_do_not_limit_a_median() -> None:
    found = middle([3.0] * 5)

    assert (found.value, found.low, found.high) == (3.0, 1.0, NEVER)


def test_limits_of_a_median_leave_out_what_a_fair_coin_would() -> None:
    # Of ten, one on each side is left out: P(B(10, 1/2) ≤ 1) = .0107, P(B ≤ 2) = .0547.
    found = middle([float(wave) for wave in range(1, 11)])

    assert (found.low, found.high) == (2.0, 9.0)


def test_nothing_measured_is_no_number() -> None:
    assert all(math.isnan(found.value) for found in (rate([], []), share(0, 0), middle([])))
    assert math.isnan(quantile([], 0.8))
