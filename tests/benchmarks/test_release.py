"""The benchmarks of the release and of the red team: their tables, and one small company of each."""

import pytest

from benchmarks.redteam import command as redteam
from benchmarks.redteam.company import LARGE, SIZES, size_of
from benchmarks.release.command import COMPANIES, report
from benchmarks.release.measured import Taken, measure

SAFE = {"combinations": [14, 0, 6, 6], "corrections": [5, 0, 0, 0]}


def taken(seconds: float = 1.0, kept: int = 100) -> Taken:
    return Taken(rows=300, seconds=seconds, gib=0.2, numbers=500, kept=kept, of=100)


def test_a_release_in_time_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert report({COMPANIES[0]: taken()})
    assert capsys.readouterr().out.endswith("met\n")


@pytest.mark.parametrize("missed", [taken(seconds=16.0), taken(kept=84)])
def test_a_slow_release_or_one_that_shows_little_is_missed(missed: Taken) -> None:
    assert not report({COMPANIES[0]: missed})


def test_the_third_wave_of_a_small_company_is_proved() -> None:
    found = measure(60, 2, 8.0)

    assert 0 < found.kept <= found.of
    assert found.numbers > found.kept


def test_an_attack_that_works_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    leak = {**SAFE, "corrections": [5, 1, 0, 0]}

    assert redteam.report([SAFE, SAFE])
    assert not redteam.report([SAFE, leak])
    assert "NOT safe" in capsys.readouterr().out


def test_controls_that_find_nothing_are_said() -> None:
    blunt = {"combinations": [14, 0, 6, 0]}

    assert not redteam.report([blunt, blunt])


def test_an_attack_that_tried_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    idle = {**SAFE, "alarms": [0, 0, 0, 0]}

    assert redteam.report([idle, {**SAFE, "alarms": [4, 0, 2, 1]}])
    assert not redteam.report([idle, idle])
    assert "NOTHING TRIED: alarms" in capsys.readouterr().out


def test_every_twenty_fifth_company_is_large() -> None:
    sizes = [size_of(seed, largest=1200) for seed in range(200)]

    assert sum(size in LARGE for size in sizes) == 8
    assert {*sizes} == {*SIZES, *LARGE}
