"""The oracle: closed forms, and orders that must hold."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.panel import Floats
from analysis.simulate.zoo import WORLDS, ZooWorld
from analysis.tree import Tree
from benchmarks.detection.bound import Bound, bound, bounds, needed
from benchmarks.detection.information import Knowledge
from benchmarks.detection.truth import Noise, noise_of
from benchmarks.detection.whitened import linked_lines, mean_lines

BEFORE, AFTER, N, VARIANCE = 24, 5, 8, 0.5
STEP = (np.arange(BEFORE + AFTER) >= BEFORE).astype(float)
RNG = np.random.default_rng(20260101)


def information(parent: list[int], people: dict[int, Floats], shocks: list[float], unit: int) -> float:
    """About a step of size 1, where shocks are white."""
    size = STEP.size
    given = [people.get(number, np.zeros((size, size))) for number in range(len(parent))]
    know = Knowledge.gather(Tree(parent), given, [shock * np.eye(size) for shock in shocks])
    return float(STEP @ know.about_fall(unit) @ STEP)


def of_step(variance: float) -> float:
    """m T₀ / (m + T₀) / σ², for means of m waves after and T₀ before."""
    return AFTER * BEFORE / (AFTER + BEFORE) / variance


def strangers() -> Floats:
    return N / VARIANCE * np.eye(STEP.size)


def test_a_unit_of_strangers_has_the_information_of_two_means() -> None:
    assert information([-1], {0: strangers()}, [0.01], 0) == pytest.approx(of_step(VARIANCE / N + 0.01))


def test_shocks_of_the_company_do_not_hide_a_team_beside_many_others() -> None:
    people = {unit: strangers() for unit in range(1, 1001)}

    found = information([-1] + [0] * 1000, people, [10.0] + [0.01] * 1000, 1)

    assert found == pytest.approx(of_step(VARIANCE / N + 0.01), rel=0.002)


def test_beside_one_other_team_the_other_is_the_measure() -> None:
    found = information([-1, 0, 0], {1: strangers(), 2: strangers()}, [1e6, 0.0, 0.0], 1)

    assert found == pytest.approx(of_step(2 * VARIANCE / N), rel=1e-4)


def test_nothing_answered_is_nothing_known() -> None:
    assert information([-1, 0, 0], {2: strangers()}, [0.1, 0.1, 0.1], 1) == 0


@pytest.mark.parametrize("lines", [linked_lines, mean_lines])
def test_people_who_carry_nothing_along_are_strangers(lines: object) -> None:
    wave, person = (column.ravel() for column in np.indices((STEP.size, N)))
    assert callable(lines)

    found = lines(wave, person, Noise(0.0, 0.0, 0.0, VARIANCE), STEP.size).precision(STEP.size)

    assert found == pytest.approx(strangers())


def test_of_people_who_always_answer_links_tell_no_more_than_means() -> None:
    wave, person = (column.ravel() for column in np.indices((STEP.size, N)))
    noise = Noise(0.2, 0.2, 0.6, VARIANCE)

    linked, means = (lines(wave, person, noise, STEP.size).precision(20) for lines in (linked_lines, mean_lines))

    assert linked == pytest.approx(means)


def test_of_people_who_answer_at_times_links_tell_more() -> None:
    rows = RNG.random((STEP.size, N)) < 0.6
    wave, person = np.nonzero(rows)
    noise = Noise(0.3, 0.1, 0.6, VARIANCE)

    linked, means = (lines(wave, person, noise, 29).precision(29) for lines in (linked_lines, mean_lines))

    assert STEP @ linked @ STEP > 1.05 * (STEP @ means @ STEP)


def test_the_bound_is_the_first_wave_with_enough() -> None:
    assert bound(np.array([1.0, 4.0, 7.0]), 3.5) == Bound(2, 3)
    assert bound(np.array([1.0, 4.0, 5.0]), 3.5) == Bound(2, None)


def test_a_team_needs_its_share_of_the_evidence() -> None:
    world = WORLDS["base"].world

    assert needed(world.tree(), 7, world) == pytest.approx(np.log(120 * 3 * 60 * 3))


def test_rounding_adds_what_a_uniform_error_would() -> None:
    """Points lie 1.25 SD apart: 1.25²/12 = .13 an answer, .043 the mean of three."""
    base = WORLDS["base"].world
    added = noise_of(base).residual - noise_of(replace(base, likert=False)).residual

    assert added == pytest.approx(1.25**2 / 12 / 3, rel=0.2)


def test_larger_falls_and_longer_pasts_are_seen_sooner() -> None:
    small = replace(WORLDS["base"].world, n_divisions=2, teams_per_division=2)
    world = ZooWorld(world=small, description="four teams")
    long, short = (bounds(world, [np.random.default_rng(20260101)], history=history) for history in (24, 6))

    def waves(found: dict[str, Bound], fall: str) -> float:
        return found[fall].first or np.inf

    assert waves(long, "company 0.4 step") < waves(long, "company 0.2 step")
    assert waves(long, "team 0.8 step") <= waves(long, "team 0.8 over 6 months")
    assert waves(long, "company 0.4 step") <= waves(short, "company 0.4 step")
