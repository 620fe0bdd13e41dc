"""What a test of the channels is made with, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from survey.config import Settings
from survey.services.chat import Chat
from survey.services.hooks import Channels


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of a test; `is_set` is False where the settings do not name the channel."""

    channel: str
    told: str
    works: bool
    is_set: bool = True


@dataclass(frozen=True, slots=True)
class Trial:
    """What the tests are made with; `to` is the address that gets the mail instead of every CEO."""

    settings: Settings
    channels: Channels
    clock: Callable[[], datetime]
    to: str = ""
    chats: tuple[Chat, ...] = ()
