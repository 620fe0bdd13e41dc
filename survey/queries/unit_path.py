"""Where a unit lies in the tree."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models.company.people import Unit


def unit_path(session: Session, unit_id: int) -> tuple[int, ...]:
    """Ids from the root down to the unit, that one included; empty where there is no such unit."""
    above = select(Unit.id, Unit.parent_id).where(Unit.id == unit_id).cte("above", recursive=True)
    parent = select(Unit.id, Unit.parent_id).join(above, Unit.id == above.c.parent_id)
    tree = above.union(parent)
    parents = {row.id: row.parent_id for row in session.execute(select(tree.c.id, tree.c.parent_id))}
    path: list[int] = []
    current: int | None = unit_id if unit_id in parents else None
    while current is not None:
        path.append(current)
        current = parents.pop(current, None)
    return tuple(reversed(path))


def unit_named(session: Session, names: tuple[str, ...]) -> int | None:
    """The unit of today at the end of this path of names."""
    current: int | None = None
    for name in names:
        of_parent = Unit.parent_id.is_(None) if current is None else Unit.parent_id == current
        current = session.scalar(select(Unit.id).where(of_parent, Unit.name == name, Unit.ended_on.is_(None)))
        if current is None:
            return None
    return current


def unit_name(session: Session, unit_id: int) -> str:
    """The names from the root down, with a stroke between them."""
    path = unit_path(session, unit_id)
    found = {row.id: row.name for row in session.execute(select(Unit.id, Unit.name).where(Unit.id.in_(path)))}
    return "/".join(found[one] for one in path)
