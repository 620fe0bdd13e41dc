"""Whether each store can be reached and written to, and has its newest schema."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from survey.db import Store, engine_of
from survey.queries.place import archives, write_something
from survey.schema import Standing, standing
from survey.services.doctor.finding import Finding, broken, fine, warning
from survey.services.doctor.places import SETTING


def store(name: str, url: URL) -> Iterator[Finding]:
    """A file that is not there is not made by asking for it."""
    if url.get_backend_name() == "sqlite" and not _path(url).exists():
        yield broken(f"{name}: {url.database} is not there.", mend=f"aloft init, or correct {SETTING[name]}")
        return
    yield from readers(name, url)
    opened = Store(engine_of(url.render_as_string(hide_password=False)))
    try:
        found = standing(name, opened)
        yield schema(found)
        if found.found is None:
            return
        with opened.write() as session:
            write_something(session)
        if name == "vault":
            yield from vault(opened)
    except SQLAlchemyError as error:
        shown = url.render_as_string(hide_password=True)
        yield broken(
            f"{name}: {shown} cannot be reached or not be written to ({_in_short(error)}).",
            mend=f"start the server, correct {SETTING[name]}, or give the service the right to write file and folder",
        )
    finally:
        opened.engine.dispose()


def readers(name: str, url: URL) -> Iterator[Finding]:
    if url.get_backend_name() == "sqlite" and _path(url).stat().st_mode & 0o077:
        yield broken(
            f"{name}: {url.database} can be read by others on this machine. "
            "Who reads all stores can link answers to people.",
            mend=f"chmod 600 {url.database}",
        )


def schema(found: Standing) -> Finding:
    if found.is_current:
        return fine(f"{found.name} is reached, and its tables are up to date.")
    if found.found is None:
        return broken(f"{found.name} has no tables.", mend="aloft init")
    return broken(
        f"{found.name} is at version {found.found}, and this program wants {found.wanted}.",
        mend="back up, then aloft init; if the version is newer than wanted, update the program",
    )


def vault(opened: Store) -> Iterator[Finding]:
    with opened.read() as session:
        if archives(session):
            yield warning(
                "The cluster of the vault archives what is written: a destroyed key can be brought back from there.",
                mend="set archive_mode = off in its postgresql.conf, or use an SQLite file",
            )


def _path(url: URL) -> Path:
    database = url.database or ""
    return Path(database.removeprefix("file:").partition("?")[0])


def _in_short(error: SQLAlchemyError) -> str:
    original = getattr(error, "orig", None) or error
    return str(original).strip().splitlines()[0]
