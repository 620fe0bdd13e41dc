"""What a process keeps of releases."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.services.release.kept import MOST, Shelf, kept


@dataclass
class Reading:
    """A question to the store that counts how often it is asked."""

    times: int = 0

    def read(self, _session: Session, number: int) -> list[int]:
        self.times += 1
        return [number]


def test_the_same_is_read_once(stores: Stores) -> None:
    reading = Reading()
    read = reading.read
    for _ in range(2):
        with stores.company.read() as session:
            assert kept(session, read, 7) == (7,)

    assert reading.times == 1


def test_a_transaction_that_may_write_reads_itself_and_leaves_nothing(stores: Stores) -> None:
    reading = Reading()
    read = reading.read
    with stores.company.write() as session:
        kept(session, read, 7)
    with stores.company.read() as session:
        kept(session, read, 7)
    with stores.company.write() as session:
        kept(session, read, 7)

    assert reading.times == 3


def test_what_was_not_asked_for_the_longest_makes_room() -> None:
    shelf, half = Shelf(), tuple(range(MOST // 2 - 1))
    shelf.put("first", half)
    shelf.put("second", half)
    shelf.find("first")
    shelf.put("third", half)

    assert [shelf.find(one) is not None for one in ("first", "second", "third")] == [True, False, True]


def test_what_is_larger_than_all_that_may_be_kept_is_not() -> None:
    shelf = Shelf()
    shelf.put("all", tuple(range(MOST + 1)))

    assert shelf.find("all") is None
