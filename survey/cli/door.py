"""The door of commands that reach the stores: opens them, and turns what somebody can mend into a line and exit 2."""

import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from survey.db import Stores


@contextmanager
def opened(*, wants_tables: bool = True) -> "Iterator[Stores]":
    """The stores that the environment names, all of them at their newest schema, unless tables are still to be made."""
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.db import open_stores  # noqa: PLC0415 -- weight
    from survey.errors import AloftError  # noqa: PLC0415 -- weight
    from survey.schema import check_current  # noqa: PLC0415 -- weight

    stores = open_stores(Settings())
    try:
        if wants_tables:
            check_current(stores)
        yield stores
    except (AloftError, ValueError) as error:  # both say what was got and what is wanted
        click.echo(str(error), err=True)
        sys.exit(2)
    finally:
        stores.dispose()


def now() -> datetime:
    return datetime.now(UTC)
