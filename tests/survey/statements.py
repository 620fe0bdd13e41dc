"""What a piece of work says to the databases."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Engine, event

from survey.db import Stores

AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "PRAGMA")


@contextmanager
def heard(stores: Stores) -> Iterator[list[str]]:
    """Every statement within the block, as "store: WORD", without those that only frame a transaction."""
    said: list[str] = []
    with ExitStack() as stack:
        for name in ("company", "answers", "vault"):
            stack.enter_context(_listening(name, getattr(stores, name).engine, said))
        yield said


@contextmanager
def _listening(name: str, engine: Engine, said: list[str]) -> Iterator[None]:
    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        word = statement.split(maxsplit=1)[0].upper()
        if word not in AROUND:
            said.append(f"{name}: {word}")

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", note)
