"""Whoever is asked to wait gets a turn: all at the same moment would be asked to wait again."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from survey.mail.sending import NotYet
from survey.services.chat.chatting import Away

SPACING_SECONDS = 1.3
"""Slack lets a bot look up fifty addresses in a minute."""
USUAL_SECONDS, LONGEST_SECONDS = 60.0, 600.0
PATIENCE_SECONDS = 900.0
"""After so long without any message taken, mails go instead."""


@dataclass(slots=True)
class Turns:
    """When a chat that limits its messages may be asked again."""

    monotonic: Callable[[], float] = time.monotonic
    until: float = float("-inf")
    last: float = float("-inf")
    since: float | None = None

    def check(self) -> None:
        """Raise `NotYet` before the moment that the chat named."""
        now = self.monotonic()
        if now < self.until:
            raise NotYet(self._turn() - now)

    def wait(self, retry_after: str | None) -> None:
        """The chat asked to wait, for so many seconds. Raises `NotYet`, or `Away` if it does nothing else."""
        now = self.monotonic()
        self.since = now if self.since is None else self.since
        if now - self.since > PATIENCE_SECONDS:
            self.since = None
            raise Away("429: it asks to wait and takes nothing")
        self.until = now + seconds_of(retry_after)
        raise NotYet(self._turn() - now)

    def took(self) -> None:
        self.since = None

    def _turn(self) -> float:
        self.last = max(self.last + SPACING_SECONDS, self.until)
        return self.last


def seconds_of(retry_after: str | None) -> float:
    text = (retry_after or "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        return USUAL_SECONDS
    return min(max(float(text), 1.0), LONGEST_SECONDS)
