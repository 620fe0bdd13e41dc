"""The units of a wave, each with those below it."""

from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dashboards.board.values import Unit
from survey.queries import people
from survey.queries.people import Node
from survey.services.release.trees import NotFrozen, frozen


def units_of(session: Session, wave: int) -> Mapping[int, Unit]:
    """As the tree was in the wave."""
    bind = session.get_bind()
    try:
        return _kept(bind if isinstance(bind, Engine) else bind.engine, wave)
    except NotFrozen:
        return _units(people.whole_tree(session))


@lru_cache(maxsize=16)
def _kept(engine: Engine, wave: int) -> Mapping[int, Unit]:
    return _units(frozen(engine, wave))


def _units(tree: Mapping[int, Node]) -> Mapping[int, Unit]:
    below: dict[int, list[int]] = {}
    for unit, node in tree.items():
        if node.parent is not None:
            below.setdefault(node.parent, []).append(unit)
    return {unit: Unit(unit, node.name, node.parent, tuple(below.get(unit, ()))) for unit, node in tree.items()}
