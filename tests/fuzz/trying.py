"""One input after another, each with no more than so much work: counted in calls, as a clock measures the machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MOST_CALLS = 2_000_000
OFTEN = 300


def times(many: int, *, always: int = OFTEN) -> pytest.MarkDecorator:
    """A few hundred inputs always; with `-m slow` as many as this."""
    return pytest.mark.parametrize("n", [always, pytest.param(many, marks=pytest.mark.slow)])


class TooMuchWork(BaseException):
    """No `except Exception` keeps this one from being seen."""


def try_all(
    inputs: st.SearchStrategy[Any],
    read: Callable[[Any], object],
    refusal: type[Exception],
    *,
    n: int,
    most: int = MOST_CALLS,
) -> None:
    """Each is read, or refused in our own words; anything else comes through."""

    @settings(
        max_examples=n, deadline=None, database=None, derandomize=n <= OFTEN, suppress_health_check=list(HealthCheck)
    )
    @given(inputs)
    def one(content: Any) -> None:
        try:
            counted(lambda: read(content), most=most)
        except refusal:
            return
        except BaseException as error:
            if isinstance(error, Exception | KeyboardInterrupt):
                raise
            raise AssertionError(f"{type(error).__name__}: {error}") from error  # a library that gave up

    one()


def counted(read: Callable[[], object], *, most: int = MOST_CALLS) -> None:
    n_calls, before = 0, sys.getprofile()

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal n_calls
        n_calls += event in {"call", "c_call"}
        if n_calls > most:
            raise TooMuchWork(f"more than {n_calls:,} calls")

    sys.setprofile(count)
    try:
        read()
    finally:
        sys.setprofile(before)
