"""What was asked of the provider once is kept for a while, and so is for a moment that it could not be asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from survey.services.provider.fault import ProviderFault

Found = TypeVar("Found")

LASTS = 3600.0
PAUSE = 10.0
"""Seconds in which nothing is asked again: nobody who loads a page often makes us ask often, or wait often."""


@dataclass
class Kept(Generic[Found]):
    """Made by `find`; `ticks` are seconds of a clock that only goes forward."""

    find: Callable[[], Found]
    ticks: Callable[[], float]
    _found: Found | None = None
    _fault: ProviderFault | None = None
    _at: float = 0.0
    _turn: Lock = field(default_factory=Lock)

    def get(self) -> Found:
        with self._turn:
            age = self.ticks() - self._at
            if self._fault is not None and age < PAUSE:
                raise self._fault.with_traceback(None)
            if self._found is None or age >= LASTS:
                self._find()
            assert self._found is not None  # noqa: S101 -- tells mypy what _find has left
            return self._found

    def renewed(self) -> Found:
        """As it is now, unless it was asked for a moment ago."""
        with self._turn:
            if self.ticks() - self._at >= PAUSE:
                self._find()
        return self.get()

    def _find(self) -> None:
        self._at = self.ticks()
        try:
            self._found, self._fault = self.find(), None
        except ProviderFault as fault:
            self._found, self._fault = None, fault
            raise
