"""The three laws, to the last bit: a longer past, a sealed past and the order of rows change nothing."""

import dataclasses
import pickle
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import Instrument
from analysis.drift.result import Result
from tests.analysis.drift.companies import CANARY, N_WAVES, chosen, company, later, waves_of, whole

KINDS = ("scores", "answers", "unlinked", "summaries", "summaries without n")
each_kind = pytest.mark.parametrize("kind", KINDS)
each_change = pytest.mark.parametrize("kind", ["late scores", "early scores", "late summaries", "early summaries"])


@each_kind
def test_alarms_and_rebasing_take_part_in_what_follows(kind: str) -> None:
    told = whole(kind).alarms + whole(kind).watch

    assert told
    assert min(entry.wave for entry in told) < N_WAVES - 4


@each_kind
@settings(max_examples=2, deadline=None, derandomize=True)
@given(cut=st.integers(1, N_WAVES - 1))
@example(6)  # ends with a wave in which nobody was asked
@example(17)  # one wave into an epoch
def test_the_first_waves_of_a_longer_call_are_those_of_a_shorter_one(kind: str, cut: int) -> None:
    short = company(kind).judge(end=cut)

    np.testing.assert_array_equal(short.log_evidence, whole(kind).log_evidence[:cut])
    assert short.alarms == tuple(alarm for alarm in whole(kind).alarms if alarm.wave < cut)
    assert short.watch == tuple(entry for entry in whole(kind).watch if entry.wave < cut)
    assert_same_levels(short, whole(kind), whole(kind).estimates.wave < cut)


@each_kind
@pytest.mark.parametrize("boundary", [8, 16])
def test_a_call_goes_on_from_the_carry_as_if_it_were_one_call(kind: str, boundary: int) -> None:
    earlier = company(kind).judge(end=boundary)

    second = company(kind).judge(first=boundary, carry=earlier.carry)

    np.testing.assert_array_equal(second.log_evidence, whole(kind).log_evidence[boundary:])
    assert later(second.alarms, boundary) == [alarm for alarm in whole(kind).alarms if alarm.wave >= boundary]
    assert later(second.watch, boundary) == [entry for entry in whole(kind).watch if entry.wave >= boundary]
    assert_same_levels(second, whole(kind), whole(kind).estimates.wave >= boundary)


def test_three_calls_in_a_row_are_one_call() -> None:
    carry = company("scores").judge(end=8).carry
    carry = company("scores").judge(first=8, end=16, carry=carry).carry

    third = company("scores").judge(first=16, carry=carry)

    np.testing.assert_array_equal(third.log_evidence, whole("scores").log_evidence[16:])


@each_kind
def test_rows_may_come_in_any_order(kind: str) -> None:
    here = company(kind)
    order = np.random.default_rng(20260101).permutation(here.data.wave.size)

    shuffled = dataclasses.replace(here, data=chosen(here.data, order)).judge()

    np.testing.assert_array_equal(shuffled.log_evidence, whole(kind).log_evidence)
    assert shuffled.alarms == whole(kind).alarms
    assert shuffled.watch == whole(kind).watch
    assert_same_levels(shuffled, whole(kind), whole(kind).estimates.wave < N_WAVES)


@each_change
def test_a_scale_that_begins_or_ends_later_changes_nothing_before(kind: str) -> None:
    short = company(kind).judge(end=16)

    np.testing.assert_array_equal(short.log_evidence, whole(kind).log_evidence[:16])


@each_change
def test_a_carry_goes_on_where_a_scale_begins_or_ends(kind: str) -> None:
    second = company(kind).judge(first=16, carry=company(kind).judge(end=16).carry)

    np.testing.assert_array_equal(second.log_evidence, whole(kind).log_evidence[16:])


def test_a_carry_goes_on_where_items_are_added_to_the_instrument() -> None:
    full = company("answers").instrument
    first_items = np.flatnonzero(company("answers").data.item < 11)
    less = dataclasses.replace(company("answers"), data=chosen(company("answers").data, first_items))
    parts = (full.scale_of_item, full.low, full.high, full.reversed)
    shorter = dataclasses.replace(less, instrument=Instrument(*(part[:11] for part in parts)))

    second = less.judge(first=8, carry=shorter.judge(end=8).carry)

    np.testing.assert_array_equal(second.log_evidence, less.judge().log_evidence[8:])
    with pytest.raises(ValueError, match="1 items less than before"):
        shorter.judge(first=16, carry=less.judge(end=16).carry)


@pytest.mark.parametrize("kind", ["scores", "answers"])
def test_numbers_of_persons_mean_nothing_across_epochs(kind: str) -> None:
    here = company(kind)
    fresh = here.data.person + 1000 * (here.data.wave // 8)
    columns = [fresh if name == "person" else getattr(here.data, name) for name in here.data.__slots__]

    renumbered = dataclasses.replace(here, data=type(here.data)(*columns)).judge()

    np.testing.assert_array_equal(renumbered.log_evidence, whole(kind).log_evidence)


@pytest.mark.parametrize("kind", ["scores", "answers"])
def test_the_carry_holds_nothing_per_person(kind: str) -> None:
    here = company(kind)
    n_persons = np.unique(here.data.person).size
    carry = here.judge(end=8).carry

    assert CANARY in waves_of(here.data, 0, 8).person
    assert CANARY.to_bytes(3, "little") not in pickle.dumps(carry)
    assert all(n_persons not in array.shape and CANARY not in array for array in arrays(carry))


def assert_same_levels(one: Result, other: Result, rows: np.ndarray) -> None:
    shift = other.estimates.wave[rows].min() - one.estimates.wave.min()
    np.testing.assert_array_equal(one.estimates.wave + shift, other.estimates.wave[rows])
    for name in one.estimates.__slots__[1:]:
        np.testing.assert_array_equal(getattr(one.estimates, name), getattr(other.estimates, name)[rows])


def arrays(thing: object) -> Iterator[np.ndarray]:
    """All arrays inside of dataclasses, tuples and sets."""
    if isinstance(thing, np.ndarray):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from arrays(getattr(thing, field.name))
    elif isinstance(thing, tuple | list | frozenset):
        for part in thing:
            yield from arrays(part)
    else:
        assert isinstance(thing, int | float | str | None), f"{type(thing)} in the carry"
