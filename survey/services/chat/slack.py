"""Slack: the person is found by the address, and gets the note as a direct message of the app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.errors import SlackApiError, SlackClientError

from survey.services.chat.blocks import blocks, summary
from survey.services.chat.chatting import Away, Reached, ToPerson
from survey.services.chat.names import SLACK_PEOPLE
from survey.services.chat.slack_client import PinnedClient
from survey.services.chat.turns import Turns
from survey.services.hooks import HookFault

NOT_THERE = frozenset(
    {
        "users_not_found",
        "user_not_found",
        "user_disabled",
        "user_not_visible",
        "channel_not_found",
        "cannot_dm_bot",
        "is_archived",
        "messages_tab_disabled",
        "restricted_action",
        "restricted_action_read_only_channel",
    }
)
"""What Slack says of a person who cannot be reached there."""


@dataclass(slots=True)
class Slack:
    """Nobody is remembered: who has which account is asked before each message."""

    client: PinnedClient
    turns: Turns = field(default_factory=Turns)
    name: str = SLACK_PEOPLE

    def tell(self, message: ToPerson) -> Reached:
        self.turns.check()
        person = self._asked(lambda: self._person(message.to))
        is_told = person is not None and self._asked(lambda: self._post(person, message)) is not None
        return Reached.YES if is_told else Reached.NO

    def _person(self, address: str) -> str | None:
        user: dict[str, Any] = self.client.users_lookupByEmail(email=address)["user"]
        return None if user.get("deleted") or user.get("is_bot") else str(user["id"])

    def _post(self, person: str, message: ToPerson) -> str:
        """Slack opens none of the links, and keeps the id of the delivery beside the message."""
        said = self.client.chat_postMessage(
            channel=person,
            text=summary(message.note),
            blocks=blocks(message.note),
            unfurl_links=False,
            unfurl_media=False,
            metadata={"event_type": "aloft_letter", "event_payload": {"delivery": message.delivery}},
        )
        return str(said["ts"])

    def _asked(self, ask: Callable[[], str | None]) -> str | None:
        """None for a person who is not there."""
        try:
            found = ask()
        except SlackApiError as error:
            self._refused(error)
            return None
        except (HookFault, SlackClientError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise Away(str(error) if isinstance(error, HookFault) else "an answer that makes no sense") from None
        self.turns.took()
        return found

    def _refused(self, error: SlackApiError) -> None:
        """Nothing where it is the person who is not there."""
        status, code = error.response.status_code, str(error.response.get("error", ""))
        if status == 429 or code == "ratelimited":
            self.turns.wait(error.response.headers.get("retry-after"))
        if code not in NOT_THERE:
            raise Away(f"{status} {code[:60]}".strip()) from None
