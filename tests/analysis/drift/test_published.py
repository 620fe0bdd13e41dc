"""Published means as input: sampling error where the number of people is known, shown noise where it is not."""

import numpy as np
import pytest

from analysis import Summaries, Tree, monitor
from analysis.drift.model import PRIOR_PEOPLE, Parameters, Shocks
from analysis.drift.people import Series
from analysis.drift.published import ObservedMeans, _shown_noise, observe_means
from analysis.panel import Floats

N_WAVES = 30
TREE = Tree([-1, 0, 0, 0, 0, 0])
SHOCKS = (Shocks(0.0, 0.0, 0.0),)
PARAMETERS = Parameters(np.array([400.0]), 0.5, 0.2, 0.6, np.ones(1), np.zeros(1), np.zeros(1), SHOCKS, SHOCKS)


def table(mean: Floats, n: int, sd: float = 20.0) -> Summaries:
    """Of units 1 to 5, from means by unit and wave."""
    unit, wave = (axis.ravel() for axis in np.indices(mean.shape))
    same = np.ones(wave.size)
    return Summaries(wave, 1 + unit, 0 * wave, (n * same).astype(int), mean.ravel(), sd * same)


def noise(sd: float = 1.5) -> Floats:
    return 60 + sd * np.random.default_rng(20260101).standard_normal((5, N_WAVES))


def observed(data: Summaries) -> ObservedMeans:
    n_waves = int(data.wave.max()) + 1
    return observe_means(
        data, epochs=np.zeros(n_waves, dtype=np.int64), before=np.zeros(0, dtype=np.int64), shape=(n_waves, 1)
    )


def written(data: Summaries, known: int) -> Series:
    means = observed(data)
    series = Series.empty(means.units.size, means.epochs.size)
    means.write(series, 0, 0, months=np.arange(float(means.epochs.size)), known=known, parameters=PARAMETERS)
    return series


def test_a_mean_of_known_people_is_as_exact_as_they_are_many() -> None:
    series = written(table(noise(), n=50), known=10)

    np.testing.assert_allclose(series.value, noise())
    np.testing.assert_allclose(series.precision, 50 / 400)


def test_a_published_spread_counts_by_the_people_behind_it() -> None:
    few, many = (written(table(noise(), n=n, sd=10.0), known=10).precision[0, 0] / n for n in (5, 5000))

    assert 1 / few == pytest.approx((100 * 4 + 400 * PRIOR_PEOPLE) / (4 + PRIOR_PEOPLE))
    assert 1 / many == pytest.approx(100, rel=0.02)


def test_an_unknown_number_of_people_is_judged_by_the_noise_of_the_waves() -> None:
    series = written(table(noise(sd=5.0), n=0), known=N_WAVES)

    assert 1 / series.precision[:, 0] == pytest.approx(_shown_noise(noise(sd=5.0)))


@pytest.mark.parametrize("n_units", [3, 4, 5, 8, 40])
def test_shown_noise_is_right_on_average_however_few_units_there_are(n_units: int) -> None:
    rng = np.random.default_rng(20260101)
    worlds = 3.0 * rng.standard_normal((150, n_units, N_WAVES))

    shown = [_shown_noise(world).mean() for world in worlds]

    assert np.mean(shown) == pytest.approx(9, rel=0.06)


def test_only_known_waves_tell_the_noise() -> None:
    wild = np.concatenate((noise()[:, :10], noise(sd=15.0)[:, 10:]), axis=1)

    np.testing.assert_array_equal(written(table(wild, n=0), 10).precision, written(table(noise(), n=0), 10).precision)


def test_a_mean_responds_in_full_to_every_change_before_it() -> None:
    series = written(table(noise(), n=50), known=10)

    np.testing.assert_array_equal(series.response[2], np.tril(np.ones((N_WAVES, N_WAVES))))


@pytest.mark.parametrize("n", [0, 150])
def test_a_fall_of_one_unit_among_five_is_found(n: int) -> None:
    mean = noise()
    mean[2, 18:] -= 9

    result = monitor(table(mean, n=n), TREE)

    assert [(alarm.unit, alarm.direction) for alarm in result.alarms] == [(3, "down")]
    assert result.alarms[0].onset_low <= 18 <= result.alarms[0].onset_high
    assert result.alarms[0].low < 9 < result.alarms[0].high


def test_published_totals_add_nothing_to_what_their_parts_say() -> None:
    mean = noise()
    mean[2, 18:] -= 9
    parts = table(mean, n=150)
    none = np.zeros(N_WAVES, dtype=int)
    total = Summaries(np.arange(N_WAVES), none, none, none + 750, mean.mean(axis=0), none + 20)
    both = (np.concatenate((getattr(parts, name), getattr(total, name))) for name in Summaries.__slots__)

    result = monitor(Summaries(*both), TREE)

    assert [alarm.unit for alarm in result.alarms] == [3]
