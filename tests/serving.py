"""A real server over given stores: gunicorn on the loopback, in processes that may be killed at any moment."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from survey.config import Settings

START_SECONDS = 120
OURS = "survey.wsgi:make_app()"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(settings: Settings) -> dict[str, str]:
    """Settings as the environment of a process."""
    own = {
        "ALOFT_DATABASE_URL": settings.database_url,
        "ALOFT_ANSWERS_URL": settings.answers_url,
        "ALOFT_VAULT_URL": settings.vault_url,
        "ALOFT_SECRET_KEY": "a secret of more than thirty-two characters",
        "ALOFT_WORKER_IN_SERVE": "false",
    }
    return {**os.environ, **own}


@dataclass
class Served:
    """The server; `app` is what gunicorn loads."""

    settings: Settings
    app: str = OURS
    workers: int = 2
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [
            str(Path(sys.executable).parent / "gunicorn"),
            *("--workers", str(self.workers), "--bind", f"127.0.0.1:{self.port}", "--log-level", "error"),
            self.app,
        ]
        self.process = subprocess.Popen(command, env=environment(self.settings), start_new_session=True)
        self._wait()

    def kill(self) -> None:
        """The master and all its workers at once, without a word."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait(30)

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                if get(self.port, "/healthz") == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError(f"the server did not answer within {START_SECONDS} s")


@contextmanager
def serving(settings: Settings, *, app: str = OURS, workers: int = 2) -> Iterator[Served]:
    served = Served(settings, app, workers)
    served.start()
    try:
        yield served
    finally:
        if served.process and served.process.poll() is None:
            served.stop()


def get(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def post(connection: HTTPConnection, path: str, fields: dict[str, str]) -> int:
    """Send a form; 303 is the acknowledgement."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", path, urlencode(fields), headers)
    response = connection.getresponse()
    response.read()
    return response.status
