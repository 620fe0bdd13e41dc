"""Whether the place a store lies in takes what is written, and what it keeps of it."""

from sqlalchemy import ColumnClause, column, func, select, table, update
from sqlalchemy.orm import Session


def archives(session: Session) -> bool:
    """Whether the server keeps a copy of everything that is written; a file never does."""
    if session.get_bind().dialect.name != "postgresql":
        return False
    return session.scalar(select(func.current_setting("archive_mode"))) != "off"


def write_something(session: Session) -> None:
    """Write what stands there already: it fails where nothing can be written."""
    version: ColumnClause[str] = column("version_num")
    session.execute(update(table("alembic_version", version)).values(version_num=version))
