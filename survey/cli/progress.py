"""What is being done, on stderr, once it takes long."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE = 2.0
"""Seconds after which a log (no terminal) hears of the next step; shorter work leaves no trace in it."""


class Progress:
    """Names the step under way: live in a terminal, as lines elsewhere."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._status: Status | None = None
        self._begun = time.monotonic()

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._status = self._console.status("Starting")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def step(self, text: str) -> None:
        if self._status is not None:
            self._status.update(f"{text} …")
        elif time.monotonic() - self._begun > PATIENCE:
            print(f"{text} …", file=sys.stderr, flush=True)  # noqa: T201 -- what this class is for
