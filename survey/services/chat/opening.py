"""The chats that the settings name."""

from collections.abc import Callable, Iterator
from datetime import datetime

from survey.config import Settings
from survey.mail.sending import Channel
from survey.services.chat.chatting import Chat, ChatFirst, Resting
from survey.services.chat.names import SLACK_PEOPLE, TEAMS_PEOPLE
from survey.services.hooks import Exchanges, Hook, HookFault, PinnedHooks, read_hook
from survey.services.hooks.sending import NoHook

BOT = "xoxb-"


def with_chats(mail: Channel, settings: Settings, *, clock: Callable[[], datetime]) -> Channel:
    """The channel itself where no chat is set, or none that can work."""
    found = tuple(map(Resting, chats_of(settings)))
    return ChatFirst(mail, found, clock) if found else mail


def chats_of(settings: Settings) -> tuple[Chat, ...]:
    return tuple(_chats(settings, PinnedHooks(settings.hooks_may_be_private)))


def is_any_set(settings: Settings) -> bool:
    return any(one.get_secret_value().strip() for one in (settings.slack_bot_token, settings.teams_person_workflow_url))


def check(settings: Settings, name: str) -> bool:
    """Whether it is set. Raises `HookFault`, which says what is wrong with the setting."""
    return bool({SLACK_PEOPLE: bot_token, TEAMS_PEOPLE: workflow}[name](settings))


def bot_token(settings: Settings) -> str:
    token = settings.slack_bot_token.get_secret_value().strip()
    if token and not (token.startswith(BOT) and token.isascii() and token.isprintable()):
        raise HookFault(f"ALOFT_SLACK_BOT_TOKEN: wanted the token of a bot, which begins with {BOT}")
    return token


def workflow(settings: Settings) -> Hook | None:
    url = settings.teams_person_workflow_url.get_secret_value().strip()
    try:
        return read_hook(url) if url else None
    except NoHook as fault:
        raise HookFault(f"ALOFT_TEAMS_PERSON_WORKFLOW_URL: {fault}") from None


def _chats(settings: Settings, exchanges: Exchanges) -> Iterator[Chat]:
    """What cannot work is left out: the doctor says so, and the mails go."""
    for find in (_slack, _teams):
        try:
            chat = find(settings, exchanges)
        except HookFault:
            continue
        if chat is not None:
            yield chat


def _slack(settings: Settings, exchanges: Exchanges) -> Chat | None:
    token = bot_token(settings)
    if not token:
        return None
    from survey.services.chat.slack import Slack  # noqa: PLC0415 -- weight
    from survey.services.chat.slack_client import PinnedClient  # noqa: PLC0415 -- weight

    return Slack(PinnedClient(token, exchanges))


def _teams(settings: Settings, exchanges: Exchanges) -> Chat | None:
    hook = workflow(settings)
    if hook is None:
        return None
    from survey.services.chat.teams import Teams  # noqa: PLC0415 -- as above

    return Teams(hook, exchanges)
