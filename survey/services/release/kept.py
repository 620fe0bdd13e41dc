"""What releases hold, kept by the process: it never changes, so that the same is not read twice.

It is kept as it stands in the store. The k of today and the rights of a reader are applied to it each time anew.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from survey.db import is_reading

MOST = 60_000
"""Numbers, findings and the like that are kept at most; some 20 MB."""
Value = TypeVar("Value")


class Shelf:
    """Answers of one store, with those that were asked for last at the end."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[Any, ...]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def find(self, asked: Hashable) -> tuple[Any, ...] | None:
        with self._lock:
            answer = self._answers.get(asked)
            if answer is not None:
                self._answers.move_to_end(asked)
            return answer

    def put(self, asked: Hashable, answer: tuple[Any, ...]) -> None:
        """What nobody has asked for the longest makes room for it."""
        with self._lock:
            if asked not in self._answers:
                self._answers[asked] = answer
                self._weight += 1 + len(answer)
            while self._weight > MOST:
                _, gone = self._answers.popitem(last=False)
                self._weight -= 1 + len(gone)


def forget() -> None:
    """As in a process that has just begun; for whoever measures."""
    _shelves.clear()


_shelves: WeakKeyDictionary[Engine, Shelf] = WeakKeyDictionary()


def kept(session: Session, read: Callable[..., Collection[Value]], *asked: Hashable) -> tuple[Value, ...]:
    """What `read` gives when it is asked for this; `asked` names releases that the session sees.

    A transaction that may write may see a release that is not committed, and perhaps never will be: it reads itself.
    """
    if not is_reading(session):
        return tuple(read(session, *asked))
    shelf = _shelves.setdefault(session.get_bind().engine, Shelf())
    answer = shelf.find((read, asked))
    if answer is None:
        answer = tuple(read(session, *asked))
        shelf.put((read, asked), answer)
    return answer
