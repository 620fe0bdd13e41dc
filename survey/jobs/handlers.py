"""What does a job: a function of its details, of one of two kinds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries.work import NewJob

Details = Mapping[str, Any]
Clock = Callable[[], datetime]
Plan = Callable[[Session, datetime], Iterable[NewJob]]
"""Says which jobs there should be by now, from a session that cannot change anything; those with known keys are."""


@dataclass(frozen=True, slots=True)
class InTransaction:
    """Changes the company store alone, and exactly once: its changes and the end of the job are one transaction.

    When another worker has taken the job meanwhile, all of it is rolled back. The function must not commit, must not
    write to another store, and should take seconds: on SQLite nobody else writes while it runs.
    """

    run: Callable[[Session, Details, datetime], None]


@dataclass(frozen=True, slots=True)
class Steps:
    """Takes its own transactions, in any store, and is run from its beginning until it came to its end once.

    It has to be idempotent: a second run, after a first one that stopped anywhere, must leave what one run would have
    left. Two runs may overlap when a worker lost its lease, so that each step has to check what it finds.
    """

    run: Callable[[Stores, Details, datetime], None]


Handler = InTransaction | Steps
