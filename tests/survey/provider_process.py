"""A real provider: `oidc-provider-mock`, in a process of its own on the loopback."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.serving import free_port

START_SECONDS = 60


@dataclass(frozen=True)
class ProviderProcess:
    """`users` of it may be changed at any time."""

    port: int

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def knows(self, subject: str, claims: Mapping[str, Any]) -> None:
        """Let somebody of this name sign in there, of whom it says this."""
        assert self._ask("PUT", f"/users/{subject}", json.dumps(claims), kind="application/json")[0] == 204

    def sign_in(self, address: str, subject: str, *, action: str = "") -> str:
        """What somebody does there who was sent to this address; where they are sent back to, with all that is said."""
        parts = urlsplit(address)
        assert parts.port == self.port
        form = {"action": action} if action else {"sub": subject}
        status, location = self._ask(
            "POST", f"{parts.path}?{parts.query}", urlencode(form), kind="application/x-www-form-urlencoded"
        )
        assert status == 302
        assert location
        return location

    def _ask(self, method: str, path: str, body: str = "", *, kind: str = "") -> tuple[int, str | None]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body, {"Content-Type": kind} if kind else {})
        response = connection.getresponse()
        response.read()
        connection.close()
        return response.status, response.headers["Location"]

    def is_up(self) -> bool:
        try:
            return self._ask("GET", "/jwks")[0] == 200
        except OSError:
            return False


@contextmanager
def provider_process() -> Iterator[ProviderProcess]:
    running = ProviderProcess(free_port())
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--require-nonce", "-p", str(running.port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while not running.is_up():
            assert process.poll() is None, "the provider did not start"
            assert time.monotonic() < until, f"the provider did not answer within {START_SECONDS} s"
            time.sleep(0.05)
        yield running
    finally:
        process.terminate()
        process.wait(10)
