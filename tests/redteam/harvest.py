"""All that accounts can read: each signs in, visits every page and file there is for it, and keeps what it got."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex

from flask import Flask
from werkzeug.test import Client, TestResponse

from survey.db import Stores
from survey.queries import alerts, api_tokens, people, web_sessions
from survey.queries import waves as all_waves
from survey.queries.api_tokens import NewToken
from survey.services.api_tokens import PREFIX, Scope
from survey.services.tokens import hash_of
from tests.redteam.parsing import Cell, Line, cells_of, leaves_of, lines_of
from tests.redteam.visited import HARVESTED, PAGED, PER_ALERT, PER_UNIT


@dataclass(frozen=True, slots=True)
class Body:
    """What came back from one address. `cells` are those of its tables, `lines` those of a CSV, XLSX or JSON file."""

    reader: str
    endpoint: str
    path: str
    text: str
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Harvest:
    """All bodies of all readers."""

    bodies: tuple[Body, ...]

    def of(self, *readers: str) -> "Harvest":
        return Harvest(tuple(body for body in self.bodies if body.reader in readers))

    def at(self, *endpoints: str) -> "Harvest":
        return Harvest(tuple(body for body in self.bodies if body.endpoint in endpoints))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(body.text for body in self.bodies)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for body in self.bodies for cell in body.cells)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for body in self.bodies for line in body.lines)


def harvest(app: Flask, stores: Stores, readers: Mapping[str, int], *, only: Collection[str] = ()) -> Harvest:
    """All that these accounts, by a name of one's choice, can read now; perhaps `only` of some endpoints."""
    wanted = only or HARVESTED
    return Harvest(tuple(one for name in readers for one in _read(app, stores, name, readers[name], wanted)))


def _read(app: Flask, stores: Stores, reader: str, account: int, only: Collection[str]) -> Iterator[Body]:
    client = _signed_in(app, stores, account)
    waves, units = _places(stores)
    for endpoint in only:
        kind = HARVESTED[endpoint]
        numbers = _alerts(stores) if kind == PER_ALERT else waves
        for path in _paths(app, endpoint, kind, numbers, units):
            for leaf in _leaves(client, path) if kind == PAGED else [path]:
                answer = client.get(leaf, buffered=True)
                if answer.status_code == 200:
                    yield _body(reader, endpoint, leaf, answer)


def _body(reader: str, endpoint: str, path: str, answer: TestResponse) -> Body:
    cells = tuple(cells_of(path, answer)) if answer.mimetype == "text/html" else ()
    return Body(reader, endpoint, path, answer.data.decode("utf-8", "replace"), cells, tuple(lines_of(answer)))


def _signed_in(app: Flask, stores: Stores, account: int) -> Client:
    now, browser = app.extensions["aloft"].clock(), token_hex()
    with stores.company.write() as session:
        web_sessions.begin(session, token_hash=hash_of(browser), account_id=account, now=now)
        token = NewToken(hash_of(f"{PREFIX}{browser}"), account, "harvest", list(Scope), now, now + timedelta(days=1))
        api_tokens.mark_used(session, api_tokens.add(session, token), on=now.date())  # may be read-only from here on
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {PREFIX}{browser}"
    client.set_cookie("aloft", browser)
    return client


def _places(stores: Stores) -> tuple[list[int], list[int]]:
    with stores.company.read() as session:
        return sorted({one.number for one in all_waves.all_waves(session)}), sorted(people.whole_tree(session))


def _alerts(stores: Stores) -> list[int]:
    with stores.company.read() as session:
        return [one.id for one in alerts.raised_since(session, datetime.min.replace(tzinfo=UTC))]


def _paths(app: Flask, endpoint: str, kind: str, waves: Sequence[int], units: Sequence[int]) -> Iterator[str]:
    adapter = app.url_map.bind("localhost")
    if not kind:
        yield adapter.build(endpoint)
    for number in waves if kind else ():
        places = [{"unit": unit} for unit in units] if kind == PER_UNIT else [{}]
        for place in places:
            yield adapter.build(endpoint, {"number": number, **place})


def _leaves(client: Client, path: str) -> Iterator[str]:
    for number in range(1, leaves_of(client.get(path, buffered=True).text) + 1):
        yield f"{path}?page={number}"
