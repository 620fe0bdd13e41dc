"""Who is the same person, and where."""

import numpy as np
import pytest

from analysis import Scores, Tree
from analysis.drift.lines import Seating, check_one_place, seat, seats_of
from analysis.drift.observed import scored_rows
from analysis.scoring import Scored

# The company, two divisions, two teams of the first one.
TREE = Tree([-1, 0, 0, 1, 1])
TEAM, OTHER_TEAM, DIVISION, OTHER_DIVISION = 3, 4, 1, 2


def scored(*rows: tuple[int, int, int]) -> Scored:
    """Rows of wave, person, unit, in one scale."""
    wave, person, unit = np.array(rows).T
    data = Scores(wave, person, unit, np.zeros(wave.size, dtype=int), 50 + wave)
    return scored_rows(data, None, int(wave.max()) + 1, None)[0]


def seated(*rows: tuple[int, int, int], epochs: tuple[int, ...] = (0,) * 6) -> Seating:
    one = scored(*rows)
    months = np.arange(float(len(epochs)))
    return seat(one, TREE, epochs=np.array(epochs), months=months, units=seats_of(one, TREE))


def lines_of(seating: Seating, epoch: int = 0) -> list[tuple[int, list[int]]]:
    """Unit and waves of each line."""
    lines = seating.lines[0, epoch]
    spans = zip(lines.start[:-1], lines.start[1:], strict=True)
    return [(int(seating.units[lines.seat[first]]), lines.wave[first:end].tolist()) for first, end in spans]


def test_a_person_of_one_unit_is_one_line_with_gaps() -> None:
    assert lines_of(seated((0, 7, TEAM), (1, 7, TEAM), (4, 7, TEAM))) == [(TEAM, [0, 1, 4])]


def test_who_moves_aside_is_a_new_line_there_and_again_when_coming_back() -> None:
    rows = [(0, 7, TEAM), (1, 7, TEAM), (2, 7, OTHER_TEAM), (3, 7, TEAM)]

    assert lines_of(seated(*rows)) == [(TEAM, [0, 1]), (OTHER_TEAM, [2]), (TEAM, [3])]


def test_who_was_raised_to_a_unit_above_because_few_answered_stays_where_they_were_seen() -> None:
    rows = [(0, 7, TEAM), (1, 7, DIVISION), (2, 7, 0), (3, 7, TEAM)]

    assert lines_of(seated(*rows)) == [(TEAM, [0, 1, 2, 3])]


def test_who_is_raised_in_another_branch_has_moved() -> None:
    assert lines_of(seated((0, 7, TEAM), (1, 7, OTHER_DIVISION))) == [(TEAM, [0]), (OTHER_DIVISION, [1])]


def test_the_same_number_in_another_epoch_is_another_person() -> None:
    seating = seated((0, 7, TEAM), (1, 7, TEAM), (2, 7, OTHER_TEAM), epochs=(0, 0, 1))

    assert lines_of(seating, 0) == [(TEAM, [0, 1])]
    assert lines_of(seating, 1) == [(OTHER_TEAM, [2])]


def test_unlinked_people_are_lines_of_one_wave_each() -> None:
    found = lines_of(seated((0, -1, TEAM), (0, -1, TEAM), (1, -1, TEAM)))

    assert found == [(TEAM, [0]), (TEAM, [0]), (TEAM, [1])]


def test_linked_waves_share_the_block_of_their_epoch_and_others_stand_alone() -> None:
    seating = seated((0, 7, TEAM), (1, -1, TEAM), (2, 7, TEAM), (4, 7, TEAM), epochs=(0, 0, 0, 1, 1))

    assert seating.block.tolist() == [0, -2, 0, -4, 1]


def test_a_person_in_two_units_in_one_wave_is_refused() -> None:
    with pytest.raises(ValueError, match="person 7 is in units 3 and 4 in wave 1"):
        check_one_place(scored((0, 7, TEAM), (1, 7, TEAM), (1, 7, OTHER_TEAM)))


def test_unlinked_people_may_be_in_many_units() -> None:
    check_one_place(scored((0, -1, TEAM), (0, -1, OTHER_TEAM)))


def test_who_joins_while_the_epoch_runs_is_new_for_a_while() -> None:
    rows = [(wave, 1, TEAM) for wave in range(10)] + [(wave, 2, TEAM) for wave in range(3, 10)]

    newness = seated(*rows, epochs=(0,) * 10).lines[0, 0].newness

    assert not newness[:10].any()
    np.testing.assert_allclose(newness[10:], 0.5 ** (np.arange(7) / 6))


def test_who_missed_a_wave_or_two_or_comes_back_in_a_new_epoch_is_not_new() -> None:
    rows = [(0, 1, TEAM), (2, 2, TEAM), (3, 2, TEAM), (6, 1, TEAM), (6, 3, TEAM), (7, 3, TEAM)]

    seating = seated(*rows, epochs=(0,) * 6 + (1,) * 2)

    assert not any(lines.newness.any() for lines in seating.lines.values())
