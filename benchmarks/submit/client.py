"""Clients that post full answers, each over a connection that it keeps, and the time each post took."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode

import numpy as np

CLIENTS = 8
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
ACKNOWLEDGED = 303


@dataclass
class Load:
    """What was posted, and how it went."""

    port: int
    posts: Sequence[tuple[str, Mapping[str, str]]]
    seconds: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def run(self) -> float:
        """Post all, each once; answers a second."""
        begun = time.perf_counter()
        threads = [threading.Thread(target=self._client, args=(self.posts[at::CLIENTS],)) for at in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return len(self.posts) / (time.perf_counter() - begun)

    def quantile(self, share: float) -> float:
        """In milliseconds."""
        return 1000 * float(np.quantile(self.seconds, share))

    def _client(self, mine: Sequence[tuple[str, Mapping[str, str]]]) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        for path, fields in mine:
            begun = time.perf_counter()
            connection.request("POST", path, urlencode(fields), HEADERS)
            response = connection.getresponse()
            response.read()
            self.seconds.append(time.perf_counter() - begun)
            if response.status != ACKNOWLEDGED:
                self.refused.append(response.status)
        connection.close()
