"""The server is killed while people answer: what it acknowledged is there, once."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

import numpy as np
import pytest

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.queries import answers
from survey.queries.waves import WaveFacts
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from tests.serving import Served, post, serving
from tests.survey.services.programmes import open_now

ITEMS = ("L1", "C1", "E1", "C2", "L2", "E2")
CLIENTS = 4


@dataclass
class People:
    """Clients that answer one after the other, and remember what was acknowledged."""

    served: Served
    tokens: dict[int, str]
    acknowledged: dict[int, dict[str, int]] = field(default_factory=dict)
    n_acknowledged: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    sent: dict[int, list[dict[str, int]]] = field(default_factory=dict)
    stopped: threading.Event = field(default_factory=threading.Event)

    def answer(self, mine: list[int], rng: np.random.Generator) -> None:
        while not self.stopped.is_set():
            for person in mine:
                chosen = {item: int(rng.integers(1, 6)) for item in ITEMS}
                self.sent.setdefault(person, []).append(chosen)
                if self._post(person, chosen):
                    self.acknowledged[person] = chosen
                    self.n_acknowledged.release()
                    self.sent[person] = [chosen]
                if self.stopped.is_set():
                    return

    def wait_for(self, n: int) -> None:
        """Until `n` more answers were acknowledged: a slow machine takes longer, and is killed as often."""
        for _ in range(n):
            assert self.n_acknowledged.acquire(timeout=60), "No answer was acknowledged for a minute."

    def _post(self, person: int, chosen: dict[str, int]) -> bool:
        connection = HTTPConnection("127.0.0.1", self.served.port, timeout=10)
        try:
            return post(connection, f"/pulse/{self.tokens[person]}", {key: str(v) for key, v in chosen.items()}) == 303
        except (OSError, HTTPException):
            time.sleep(0.02)
            return False
        finally:
            connection.close()


@pytest.fixture
def opened(settings: Settings) -> Iterator[tuple[Stores, WaveFacts, dict[int, str]]]:
    stores = open_stores(settings)
    running, wave = open_now(stores)
    yield stores, wave, running.tokens(wave)
    stores.dispose()


def kill_again_and_again(people: People, rng: np.random.Generator, *, times: int) -> None:
    names = sorted(people.tokens)
    threads = [
        threading.Thread(target=people.answer, args=(names[client::CLIENTS], rng.spawn(1)[0]))
        for client in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for _ in range(times):
        people.wait_for(int(rng.integers(CLIENTS + 1, 40)))
        time.sleep(float(rng.uniform(0, 0.05)))
        people.served.kill()
        people.served.start()
    people.stopped.set()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("times", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_every_acknowledged_answer_is_there_once(
    settings: Settings, opened: tuple[Stores, WaveFacts, dict[int, str]], times: int
) -> None:
    stores, wave, tokens = opened
    with serving(settings) as served:
        people = People(served, tokens)
        kill_again_and_again(people, np.random.default_rng(20260101), times=times)
    with stores.answers.read() as session:
        stored = {row.id: dict(row.answers) for row in answers.responses(session, [wave.id])}
    ids = {person: derive.response_id(key_of(stores, wave.epoch), wave=wave.id, person=person) for person in tokens}

    assert people.acknowledged
    # What was sent after the last acknowledgement may or may not have arrived before the server died.
    assert all(stored[ids[person]] in people.sent[person] for person in people.acknowledged)
    assert set(stored) <= set(ids.values())
