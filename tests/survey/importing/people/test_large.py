"""Ten times the rows cost ten times the work: counted, not timed."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.survey.importing.people.company import NOBODY, applied, plan, refusals


def paths(n: int) -> str:
    return "id,unit,mail,hired_on\n" + "".join(
        f"{number},Meridian/D{number % 7}/T{number % 97},p{number}@x.example,2020-01-13\n" for number in range(n)
    )


def managers(n: int) -> str:
    return "id,name,manager\n0,P,\n" + "".join(f"{number},P,{(number - 1) // 8}\n" for number in range(1, n))


def chain(n: int) -> str:
    return "id,manager\n" + "".join(f"{number},{(number + 1) % n}\n" for number in range(n))


def nonsense(n: int) -> str:
    return "id,unit,mail,time_zone\n" + "".join(
        f"{number % 9},Meridian/x,a@x.example,Zone/{number}\n" for number in range(n)
    )


def strangers(n: int) -> str:
    return "id,manager\n" + "".join(f"{number},x{number}\n" for number in range(n))


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, also those written in C."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001 -- the shape of a profiler
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", [paths, managers, chain, nonsense, strangers])
def test_four_times_the_rows_cost_four_times_the_work(text: Callable[[int], str]) -> None:
    plan(text(200))  # names of zones and countries are read once

    small, large = (calls(lambda n=n: plan(text(n))) for n in (1_000, 4_000))

    assert large < 5 * small


@pytest.mark.parametrize("n", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_many_people_are_planned_twice(n: int) -> None:
    text = paths(n)
    first = plan(text)
    again = plan(text, applied(first, NOBODY))

    assert (len(first.joins), len(first.units_added), again.n_unchanged, again.steps) == (n, 687, n, ())


@pytest.mark.parametrize("n", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_many_people_in_one_cycle_are_refused(n: int) -> None:
    assert len(refusals(plan(chain(n)))) == n
