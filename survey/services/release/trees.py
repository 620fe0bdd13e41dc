"""Trees of waves: frozen for good when a wave opens, so that a process reads each once."""

from functools import lru_cache

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from survey.db import Store
from survey.queries import people, waves
from survey.queries.people import Node


class NotFrozen(LookupError):
    """A wave without a tree of its own."""


def tree_of(session: Session, wave: int) -> dict[int, Node]:
    """As it was when the wave opened; not to be changed by whoever gets it. Without one, that of all units."""
    bind = session.get_bind()
    try:
        return frozen(bind if isinstance(bind, Engine) else bind.engine, wave)
    except NotFrozen:
        return people.whole_tree(session)


@lru_cache(maxsize=16)
def frozen(engine: Engine, wave: int) -> dict[int, Node]:
    """Read beside the transaction of whoever asks: what that has not committed yet is nothing to keep."""
    with Store(engine).read() as session:
        tree = waves.frozen_tree(session, wave)
    if not tree:
        raise NotFrozen(f"wave {wave} has no tree")
    return tree
