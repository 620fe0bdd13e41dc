"""The engine's memory as bytes."""

import json

import numpy as np
import pytest

from analysis import Scores, monitor
from analysis.drift.carry import Carry
from analysis.simulate import World, simulate_scores
from survey.services.closing.carry_file import from_bytes, to_bytes

RNG = 20260101


@pytest.fixture(scope="module")
def halves() -> tuple[Scores, Scores, "Carry"]:
    """The first twelve waves' memory, and the waves after them."""
    made = simulate_scores(World(n_divisions=2, teams_per_division=3, n_waves=18), np.random.default_rng(RNG))
    scores, early = made.scores, made.scores.wave < 12
    first = Scores(*(getattr(scores, name)[early] for name in ("wave", "person", "unit", "scale", "value")))
    later = Scores(
        scores.wave[~early] - 12, *(getattr(scores, name)[~early] for name in ("person", "unit", "scale", "value"))
    )
    carry = monitor(first, made.tree).carry
    return first, later, carry


def test_it_comes_back_to_the_last_bit(halves: tuple[Scores, Scores, Carry]) -> None:
    content = to_bytes(halves[2])

    assert to_bytes(from_bytes(content)) == content


def test_the_engine_goes_on_as_if_it_had_never_been_written(halves: tuple[Scores, Scores, Carry]) -> None:
    _, later, carry = halves
    tree = simulate_scores(World(n_divisions=2, teams_per_division=3, n_waves=1), np.random.default_rng(RNG)).tree
    straight = monitor(later, tree, carry=carry)
    through = monitor(later, tree, carry=from_bytes(to_bytes(carry)))

    assert np.array_equal(straight.log_evidence, through.log_evidence)


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="got a memory of format 'other/1'"):
        from_bytes(json.dumps({"format": "other/1"}).encode())


def test_nothing_but_the_engines_classes_is_made() -> None:
    content = json.dumps({"format": "aloft.carry/1", "carry": {"class": "Popen", "parts": {"args": "true"}}})

    with pytest.raises(KeyError):
        from_bytes(content.encode())
