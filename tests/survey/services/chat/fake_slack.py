"""A Slack Web API on this machine, which refuses what the real one would refuse."""

import json
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from survey.services.chat.slack import Slack
from survey.services.chat.slack_client import PinnedClient
from survey.services.chat.turns import Turns
from survey.services.hooks import PinnedHooks
from tests.survey.services.hooks.servers import HOST, PEM, client_context

TOKEN = "xoxb-of-the-tests"  # noqa: S105 -- of the tests
Said = tuple[int, dict[str, str], bytes]
RATE_LIMITED: Said = (429, {"Retry-After": "30"}, b"")
BROKEN: Said = (500, {}, b"<html>oh no</html>")


@dataclass
class FakeSlack:
    """`users` by address; `faults` are said instead, the last first; `hangs` never answers."""

    users: dict[str, dict[str, Any]] = field(default_factory=lambda: {"ada@meridian.example": {"id": "U1"}})
    faults: list[Said] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    calls: list[str] = field(default_factory=list)
    posted: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0
    is_over: Event = field(default_factory=Event)

    def answer(self, method: str, token: str, told: dict[str, Any]) -> Said:
        self.calls.append(method)
        if self.hangs:
            self.is_over.wait(5)
        if self.faults:
            return self.faults.pop()
        if token != f"Bearer {TOKEN}":
            return _json({"ok": False, "error": "invalid_auth"})
        if method in self.errors:
            return _json({"ok": False, "error": self.errors[method]})
        return _json(getattr(self, method.replace(".", "_"))(told))

    def auth_test(self, _told: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "user": "aloft"}

    def users_lookupByEmail(self, told: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 -- as the method is called
        user = self.users.get(told["email"])
        return {"ok": True, "user": user} if user else {"ok": False, "error": "users_not_found"}

    def chat_postMessage(self, told: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 -- as the method is called
        if told["channel"] not in {user["id"] for user in self.users.values()}:
            return {"ok": False, "error": "channel_not_found"}
        if not are_blocks(told["blocks"]) or not told["text"]:
            return {"ok": False, "error": "invalid_blocks"}
        self.posted.append(told)
        return {"ok": True, "ts": f"{len(self.posted)}.0", "channel": "D1"}


def _json(body: dict[str, Any]) -> Said:
    return 200, {"Content-Type": "application/json"}, json.dumps(body).encode()


def are_blocks(blocks: list[dict[str, Any]]) -> bool:
    """As documented for `header`, `section` and `actions` with link buttons."""
    return 0 < len(blocks) <= 50 and all(IS_BLOCK[one["type"]](one) for one in blocks)


def _is_text(text: dict[str, Any], most: int) -> bool:
    return text["type"] == "plain_text" and 0 < len(text["text"]) <= most


def _is_button(one: dict[str, Any]) -> bool:
    is_web = re.fullmatch(r"https?://\S{1,2990}", one["url"]) is not None
    return one["type"] == "button" and is_web and len(one["action_id"]) <= 255 and _is_text(one["text"], 75)


IS_BLOCK = {
    "header": lambda one: _is_text(one["text"], 150),
    "section": lambda one: _is_text(one["text"], 3000),
    "actions": lambda one: 0 < len(one["elements"]) <= 25 and all(map(_is_button, one["elements"])),
}


@contextmanager
def serving_slack(fake: FakeSlack) -> Iterator[FakeSlack]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            is_json = "json" in self.headers.get("Content-Type", "") and body.startswith(b"{")
            asked = {} if is_json else {name: one[0] for name, one in parse_qs(body.decode()).items()}
            told = {name: one[0] for name, one in parse_qs(parts.query).items()} | asked
            told |= json.loads(body) if is_json else {}
            method = parts.path.removeprefix("/api/")
            status, headers, said = fake.answer(method, self.headers.get("Authorization", ""), told)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(said))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None: ...

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] -- who hangs up is no news
    server.socket = context.wrap_socket(server.socket, server_side=True)
    fake.port = server.server_port
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def slack(fake: FakeSlack, *, token: str = TOKEN, turns: Turns | None = None) -> Slack:
    hooks = PinnedHooks(may_be_private=True, resolve=lambda *_: ["127.0.0.1"], context=client_context(), seconds=1.0)
    client = PinnedClient(token, hooks, base_url=f"https://{HOST}:{fake.port}/api/")
    return Slack(client, turns or Turns())
