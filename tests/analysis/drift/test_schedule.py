"""A stretch of waves begins by what came before it, never by what comes later."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drift.schedule import spans

some_waves = st.lists(st.tuples(st.booleans(), st.integers(0, 1)), min_size=2, max_size=40)


def columns(waves: list[tuple[bool, int]]) -> tuple[np.ndarray, np.ndarray]:
    asked, steps = np.array(waves, dtype=np.int64).T
    return asked.astype(bool), np.cumsum(steps)


def test_it_is_often_at_first_and_then_ever_rarer() -> None:
    begins = [first for first, _ in spans(np.ones(40, dtype=bool), np.zeros(40, dtype=np.int64), 0)]

    assert begins == [0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 39]


@settings(deadline=None)
@given(some_waves)
def test_stretches_cover_all_waves_without_overlap(waves: list[tuple[bool, int]]) -> None:
    found = spans(*columns(waves), 0)

    assert [wave for first, end in found for wave in range(first, end)] == list(range(len(waves)))


@settings(deadline=None)
@given(some_waves, st.data())
def test_a_longer_call_begins_its_stretches_at_the_same_waves(
    waves: list[tuple[bool, int]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(waves) - 1))
    asked, epochs = columns(waves)

    short, long = spans(asked[:cut], epochs[:cut], 0), spans(asked, epochs, 0)

    assert [first for first, _ in short] == [first for first, _ in long if first < cut]


@settings(deadline=None)
@given(some_waves)
def test_an_epoch_begins_a_stretch(waves: list[tuple[bool, int]]) -> None:
    asked, epochs = columns(waves)
    begins = {first for first, _ in spans(asked, epochs, 0)}

    assert set((np.flatnonzero(np.diff(epochs)) + 1).tolist()) <= begins


@settings(deadline=None)
@given(some_waves)
def test_a_call_with_a_carry_begins_at_its_own_first_wave(waves: list[tuple[bool, int]]) -> None:
    asked, epochs = columns(waves)
    boundaries = np.flatnonzero(np.diff(epochs)) + 1

    for offset in boundaries.tolist():
        assert spans(asked, epochs, offset) == [span for span in spans(asked, epochs, 0) if span[0] >= offset]
