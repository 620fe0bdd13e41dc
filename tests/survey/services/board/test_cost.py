"""What a board asks the store: the same, however much is in there."""

from collections.abc import Callable

import pytest

from survey.queries import waves
from survey.services.release import trees
from survey.services.release.reader import Reader
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES
from tests.survey.releases import alarm
from tests.survey.services.board.stage import ANYBODY, HR, TREE, Stage, level_of, reading
from tests.survey.statements import heard

UNITS = [MERIDIAN, SALES, NORTH, DELIVERY]


@pytest.fixture
def asks(stage: Stage) -> Callable[[Reader, list[int]], int]:
    def count(reader: Reader, units: list[int]) -> int:
        with stage.stores.company.read() as session:
            reading(session, reader).board(None)  # reads the tree of the wave, once in the life of a process
        with heard(stage.stores) as said, stage.stores.company.read() as session:
            source = reading(session, reader)
            board = source.board(None)
            assert board
            source.reply(board)
            source.rows(board, units)
            source.series(board, units)
            for unit in units[:1]:
                source.bands(board, unit, "tenure")
                source.band_series(board, unit, "level", "learning")
                source.questions(board, unit)
                source.splits(board, unit)
        return len(said)

    return count


@pytest.mark.parametrize("reader", [HR, ANYBODY])
def test_more_waves_and_units_are_no_more_questions(
    stage: Stage, asks: Callable[[Reader, list[int]], int], reader: Reader
) -> None:
    found = {"told": [alarm(SALES)], "levels": [level_of(unit, 60) for unit in UNITS]}
    stage.publish_all([60, 60], **found)
    few = asks(reader, UNITS[:2])
    for number in range(3, 8):
        stage.publish(number, stage.body(60, **found))

    assert asks(reader, UNITS) == few


def test_the_tree_of_a_wave_is_read_once(stage: Stage) -> None:
    stage.publish_all([60])
    with stage.stores.company.read() as session:
        first = trees.tree_of(session, 1)
        with heard(stage.stores) as said:
            again = trees.tree_of(session, 1)

    assert (first, again, said) == (TREE, TREE, [])


def test_a_wave_without_a_tree_of_its_own_has_that_of_all_units_until_it_gets_one(stage: Stage) -> None:
    wave = stage.scene.wave(1, "closed", stage.opens_on(1)).id
    with stage.stores.company.write() as session:
        before = trees.tree_of(session, wave)
        waves.freeze_tree(session, wave, {MERIDIAN: TREE[MERIDIAN]})
    with stage.stores.company.read() as session:
        after = trees.tree_of(session, wave)

    assert (before, after) == (TREE, {MERIDIAN: TREE[MERIDIAN]})
