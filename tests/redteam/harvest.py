"""Everything that accounts can read: each signs in, visits every page and file there is for it, and keeps what it got.

`HARVESTED` and `LEFT_OUT` together name every GET route. A new one fails a test until it stands in one of them, and
whoever puts it into the second says there why nothing of a wave's numbers can be read on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

from flask import Flask
from werkzeug.test import Client, TestResponse

from survey.db import Stores
from survey.queries import alerts, people, web_sessions
from survey.queries import waves as all_waves
from survey.services.tokens import hash_of
from tests.redteam.parsing import Cell, Line, cells_of, leaves_of, lines_of

NUMBERED, PER_UNIT, PAGED = "a wave", "a wave and a unit", "a wave, page by page"
PER_ALERT = "an alert"
HARVESTED: Mapping[str, str] = {
    "front.page": "",
    "pulse.method": "",
    "account.own": "",
    "alerts.page": PER_ALERT,
    "audit.page": "",
    "programme.overview": "",
    "programme.plan": "",
    "programme.calendar": "",
    "programme.calendar_file": "",
    "programme.replies": "",
    "programme.wave": NUMBERED,
    "programme.reply": NUMBERED,
    "moments.page": "",
    "people.page": "",
    "dashboards.overview": NUMBERED,
    "dashboards.unit": PER_UNIT,
    "dashboards.overview_csv": NUMBERED,
    "dashboards.overview_xlsx": NUMBERED,
    "dashboards.overview_json": NUMBERED,
    "dashboards.unit_csv": PER_UNIT,
    "dashboards.unit_xlsx": PER_UNIT,
    "dashboards.unit_json": PER_UNIT,
    "brief.page": NUMBERED,
    "results.newest": "",
    "results.wave": NUMBERED,
    "results.unit": PER_UNIT,
    "results.release": PAGED,
    "results.bands": PAGED,
    "results.questions": PAGED,
    "results.as_csv": NUMBERED,
    "results.as_xlsx": NUMBERED,
    "results.as_json": NUMBERED,
    "dashboards.participation": PAGED,
    "dashboards.instrument": NUMBERED,
    "dashboards.comments": PAGED,
    "dashboards.comments_csv": NUMBERED,
    "moderation.page": PAGED,
}
"""Endpoints that are visited, and what stands in their address."""

BEFORE_THE_CLOSE = "opens with a link while its wave is open, and knows no release"
MADE_UP = "shows a pulse that is nobody's"
ROSTER = "shows the people file, which the company has anyway"
FORM = "a form that asks before something is done"
LEFT_OUT: Mapping[str, str] = {
    "static": "a file of the program",
    "bootstrap.static": "a file of the program",
    "charts.static": "a file of the program",
    "front.alive": "a word for other programs",
    "front.ready": "a word for other programs",
    "account.sign_in": FORM,
    "account.sent": FORM,
    "account.link": FORM,
    "account.begin": "sends people to the identity provider",
    "account.back": "lets them in who come from there",
    "account.signed_out": "says that nobody is signed in",
    "pulse.broken": BEFORE_THE_CLOSE,
    "pulse.page": BEFORE_THE_CLOSE,
    "pulse.saved": BEFORE_THE_CLOSE,
    "pulse.withdrawn": BEFORE_THE_CLOSE,
    "reminders.ask": FORM,
    "preview.index": MADE_UP,
    "preview.page": MADE_UP,
    "preview.saved": MADE_UP,
    "preview.answered": MADE_UP,
    "preview.withdrawn": MADE_UP,
    "preview.closed": MADE_UP,
    "preview.reminders": MADE_UP,
    "preview.stopped": MADE_UP,
    "preview.mail": MADE_UP,
    "preview.letter": MADE_UP,
    "people.template": ROSTER,
    "people.dry_run": ROSTER,
    "people.changes": ROSTER,
    "slips.page": ROSTER,
    "moments.edit": FORM,
    "programme.new": FORM,
    "programme.ask_raise": FORM,
    "programme.ask_end": FORM,
    "programme.ask_open": FORM,
    "programme.ask_remind": FORM,
    "programme.ask_close": FORM,
}


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


def harvest(app: Flask, stores: Stores, readers: Mapping[str, int]) -> Harvest:
    """All that these accounts, by a name of one's choice, can read now."""
    return Harvest(tuple(body for name, account in readers.items() for body in _read(app, stores, name, account)))


def _read(app: Flask, stores: Stores, reader: str, account: int) -> Iterator[Body]:
    client = _signed_in(app, stores, account)
    waves, units = _places(stores)
    for endpoint, kind in HARVESTED.items():
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
    client = app.test_client()
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
