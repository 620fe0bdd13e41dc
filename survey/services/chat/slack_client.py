"""Slack's own client, whose calls leave by our sender: one look-up, no detour, no proxy, five seconds, 64 kB.

Only who has a token imports this: the client is heavy.
"""

import logging
from typing import Any
from urllib.request import Request

from slack_sdk import WebClient

from survey.services.hooks import Exchanges, read_hook

SLACK_API = "https://slack.com/api/"

SILENT = logging.getLogger("survey.services.chat.slack_client")
"""The client would log addresses of people; what went wrong, its exceptions say."""
SILENT.setLevel(logging.CRITICAL + 1)


class PinnedClient(WebClient):
    """Never tries again by itself: the outbox does."""

    def __init__(self, token: str, exchanges: Exchanges, base_url: str = SLACK_API) -> None:
        super().__init__(token=token, base_url=base_url, retry_handlers=[], logger=SILENT)
        self.exchanges = exchanges

    def _perform_urllib_http_request_internal(self, url: str, req: Request) -> dict[str, Any]:
        """The one place where the client opens a connection."""
        body = req.data if isinstance(req.data, bytes) else b""
        said = self.exchanges.exchange(read_hook(url), body, dict(req.header_items()))
        return {"status": said.status, "headers": said.headers, "body": said.content.decode("utf-8", "replace")}
