"""The chats that the settings name."""

from collections.abc import Callable, Iterator
from datetime import datetime

from survey.config import Settings
from survey.mail.sending import Channel
from survey.services.chat.chatting import Chat, ChatFirst, Resting
from survey.services.hooks import Exchanges, PinnedHooks


def with_chats(mail: Channel, settings: Settings, *, clock: Callable[[], datetime]) -> Channel:
    """The channel itself where no chat is set."""
    found = tuple(Resting(chat) for chat in chats(settings, PinnedHooks(settings.hooks_may_be_private)))
    return ChatFirst(mail, found, clock) if found else mail


def chats(settings: Settings, exchanges: Exchanges) -> Iterator[Chat]:
    token = settings.slack_bot_token.get_secret_value().strip()
    if token:
        from survey.services.chat.slack import Slack  # noqa: PLC0415 -- weight
        from survey.services.chat.slack_client import PinnedClient  # noqa: PLC0415 -- weight

        yield Slack(PinnedClient(token, exchanges))
