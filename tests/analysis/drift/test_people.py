"""Collapsed innovations and responses are those of a dense Gaussian computation."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drift.model import Parameters, Shocks
from analysis.drift.people import Lines, Series, collapse
from analysis.panel import Floats, Ints

NONE = (Shocks(0.0, 0.0, 0.0),)
PARAMETERS = Parameters(np.array([300.0]), 0.5, 0.2, 0.6, np.array([2.0]), np.zeros(1), np.zeros(1), NONE, NONE)
MONTHS = np.array([0.0, 1.0, 2.0, 4.5, 5.0, 8.0, 9.0])
N_WAVES = MONTHS.size


@dataclass(frozen=True)
class Person:
    seat: int
    waves: tuple[int, ...]
    points: tuple[float, ...]
    items: tuple[float, ...]

    def dense(self, parameters: Parameters) -> tuple[Floats, Floats, Floats]:
        """Innovations, their variances and responses by conditioning on all earlier scores at once."""
        months = MONTHS[list(self.waves)]
        variance = parameters.variance[0]
        gaps = np.abs(months[:, None] - months)
        noise = parameters.noise * variance * parameters.items[0] / np.array(self.items)
        cover = variance * (parameters.lasting + parameters.wander * parameters.memory**gaps) + np.diag(noise)
        steps = (np.array(self.waves)[:, None] >= np.arange(N_WAVES)).astype(float)
        fresh, spread, moved = np.zeros(months.size), np.zeros(months.size), np.zeros(steps.shape)
        for row in range(months.size):
            known = np.linalg.solve(cover[:row, :row], cover[:row, row])
            fresh[row] = self.points[row] - known @ np.array(self.points)[:row]
            spread[row] = cover[row, row] - known @ cover[:row, row]
            moved[row] = steps[row] - known @ steps[:row]
        return fresh, spread, moved


def collapsed(persons: list[Person], parameters: Parameters = PARAMETERS) -> Series:
    series = Series.empty(2, N_WAVES)
    sizes = [len(person.waves) for person in persons]
    seat = np.repeat([person.seat for person in persons], sizes)
    columns = [np.concatenate([getattr(person, name) for person in persons]) for name in ("points", "items")]
    wave = np.concatenate([person.waves for person in persons]).astype(np.int64)
    one, none = np.ones(wave.size), np.full(wave.size, np.nan)
    start = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    collapse(
        Lines(start, seat, wave, *columns, one, none, 0 * one),
        series,
        MONTHS,
        parameters,
        scale=0,
        linked=np.ones(N_WAVES, dtype=bool),
    )
    return series


def expected(persons: list[Person], seat: int, parameters: Parameters = PARAMETERS) -> tuple[Floats, Floats, Floats]:
    value, precision, response = np.zeros(N_WAVES), np.zeros(N_WAVES), np.zeros((N_WAVES, N_WAVES))
    for person in persons:
        if person.seat == seat:
            fresh, spread, moved = person.dense(parameters)
            waves = list(person.waves)
            value[waves] += fresh / spread
            precision[waves] += 1 / spread
            response[waves] += moved / spread[:, None]
    seen = np.where(precision > 0, precision, 1.0)
    return value / seen, precision, response / seen[:, None]


def person(rng: np.random.Generator, seat: int, waves: Ints) -> Person:
    points, items = rng.normal(60, 17, waves.size), rng.integers(1, 4, waves.size)
    return Person(seat, tuple(waves.tolist()), tuple(points), tuple(items.astype(float)))


some_waves = st.sets(st.integers(0, N_WAVES - 1), min_size=1).map(lambda waves: np.array(sorted(waves)))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 1), some_waves), min_size=1, max_size=6))
def test_units_say_what_conditioning_on_all_earlier_scores_gives(seats_and_waves: list[tuple[int, Ints]]) -> None:
    rng = np.random.default_rng(20260101)
    persons = [person(rng, seat, waves) for seat, waves in seats_and_waves]

    series = collapsed(persons)

    for seat in (0, 1):
        value, precision, response = expected(persons, seat)
        np.testing.assert_allclose(series.value[seat], value, rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(series.precision[seat], precision, rtol=1e-9)
        np.testing.assert_allclose(series.response[seat], response, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("shares", [{"wander": 0.0}, {"memory": 0.95}, {"noise": 0.75}])
def test_other_shares_give_their_own_conditional_means(shares: dict[str, float]) -> None:
    rng = np.random.default_rng(20260101)
    parameters = replace(PARAMETERS, **shares)
    persons = [person(rng, 0, np.arange(N_WAVES)) for _ in range(3)]

    value, _, response = expected(persons, 0, parameters)

    np.testing.assert_allclose(collapsed(persons, parameters).value[0], value, rtol=1e-9)
    np.testing.assert_allclose(collapsed(persons, parameters).response[0], response, rtol=1e-9, atol=1e-12)


def test_people_seen_before_respond_in_full_to_what_is_new_and_less_to_what_is_old() -> None:
    steady = Person(0, tuple(range(N_WAVES)), (60.0,) * N_WAVES, (2.0,) * N_WAVES)
    response = collapsed([steady]).response[0]

    assert response[5, 5] == 1
    assert (np.diff(response[5, :6]) > 0).all()
    assert response[0, 0] == 1
    assert 0 < response[5, 0] < 0.5


def test_nothing_responds_to_a_step_that_is_yet_to_come() -> None:
    rng = np.random.default_rng(20260101)
    series = collapsed([person(rng, 0, np.arange(N_WAVES)) for _ in range(4)])

    np.testing.assert_array_equal(np.triu(series.response[0], 1), 0)


def test_kin_is_the_response_to_a_mean_deviation_by_the_number_of_people_so_far() -> None:
    rng = np.random.default_rng(20260101)
    series = collapsed([person(rng, 0, np.array([0, 1])) for _ in range(4)] + [person(rng, 0, np.array([1]))])

    assert series.kin[0, 0] == pytest.approx(1 / np.sqrt(4))
    assert series.kin[0, 1] == pytest.approx(series.response[0, 1, 0] / np.sqrt(5))


def test_a_unit_of_unlinked_people_is_their_mean_and_their_number() -> None:
    series = Series.empty(1, N_WAVES)
    row = (
        np.array([0]),
        np.array([0]),
        np.array([55.0]),
        np.array([2.0]),
        np.array([25.0]),
        np.array([290.0]),
        np.zeros(1),
    )

    collapse(Lines(np.array([0, 1]), *row), series, MONTHS, PARAMETERS, scale=0, linked=np.zeros(N_WAVES, dtype=bool))

    assert series.value[0, 0] == 55
    assert series.precision[0, 0] == pytest.approx(25 / 300)


def test_unlinked_people_come_back_so_that_their_number_does_not_grow_from_wave_to_wave() -> None:
    series, n = Series.empty(1, N_WAVES), 9
    wave = np.repeat(np.arange(N_WAVES), n)
    one = np.ones(wave.size)
    lines = Lines(np.arange(wave.size + 1), 0 * wave, wave, 60 * one, 2 * one, one, np.nan * one, 0 * one)

    collapse(lines, series, MONTHS, PARAMETERS, scale=0, linked=np.zeros(N_WAVES, dtype=bool))

    assert series.kin[0] == pytest.approx([1 / 3] * N_WAVES)
