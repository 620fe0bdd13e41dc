from collections.abc import Callable

import numpy as np
import pytest

from analysis.stability import wave_correlations


def test_univbct_correlates_as_published(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("army_multilevel/univbct_long.csv")
    answered = np.isfinite(columns["JSAT"])
    wave, person, score = (columns[name][answered] for name in ("TIME", "SUBNUM", "JSAT"))

    stability = wave_correlations(wave, person, score)

    # R 4.2; three digits are given.
    lags = stability.correlation[[0, 1, 0], [1, 2, 2]]
    assert lags == pytest.approx([0.555, 0.568, 0.384], abs=5e-4)
    assert stability.n[0].tolist() == [np.sum(wave == 0), 441, 442]


def test_each_pair_is_that_of_its_own_people() -> None:
    rng = np.random.default_rng(20260101)
    table = rng.normal(50, 10, (40, 3)).cumsum(axis=1)
    table[rng.random(table.shape) < 0.3] = np.nan
    person, wave = np.nonzero(np.isfinite(table))

    stability = wave_correlations(wave, person, table[person, wave])

    both = np.isfinite(table[:, [0, 2]]).all(axis=1)
    assert stability.correlation[0, 2] == pytest.approx(np.corrcoef(table[both][:, [0, 2]].T)[0, 1], abs=1e-12)
    assert np.diag(stability.correlation) == pytest.approx(np.ones(3))


def test_what_cannot_be_said_is_nan() -> None:
    stability = wave_correlations([0, 0, 0, 1, 1, 1], [1, 2, 3, 1, 2, -1], [50.0, 60, 70, 50, 50, 50])

    assert np.isnan(stability.correlation[0, 1])
    assert stability.n[1, 1] == 2


def test_two_rows_of_one_person_are_refused() -> None:
    with pytest.raises(ValueError, match="two rows in wave 1"):
        wave_correlations([1, 1], [4, 4], [50.0, 60.0])
