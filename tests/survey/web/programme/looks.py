"""How often a store is asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from survey.db import Store


@contextmanager
def looks_at(store: Store) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    seen: list[str] = []

    def note(*details: object) -> None:
        seen.append(str(details[2]))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
