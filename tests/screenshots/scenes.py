"""What is pictured: companies of the tests, and the pages of each."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from dashboards.assets import address_of
from dashboards.board.brief import brief_blueprint
from dashboards.board.host import Host
from dashboards.wording.voice import Voice
from survey.config import Settings
from survey.db import Store, engine_of, open_stores
from survey.schema import NAMES, upgrade
from survey.translations import catalogue
from tests.browsing import on_loopback
from tests.dashboards.board import others
from tests.dashboards.board.app import made, open_to_everybody
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.tree import FakeSource
from tests.dashboards.brief.meridian import CRASH, EVENTS, OWED, SLIDE, Fake, board, sliding
from tests.survey.web import house

UNIT = "/dashboards/18/units/2"
EVERYWHERE = ((360, 740), (768, 1024), (1280, 900), (1440, 900), (2560, 1440))
EDGES = ((360, 740), (1280, 900))
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """One company, its pages by name, and the screens they are shown on."""

    name: str
    serve: Callable[[], AbstractContextManager[str]]
    pages: dict[str, str]
    sizes: tuple[Size, ...] = EDGES
    cookie: str = ""


def scenes() -> list[Scene]:
    """The richest first."""
    both = {"overview": "/dashboards", "unit": UNIT}
    mind = {"mix": "/dashboards/18/units/9?principle=customer_truth"}
    one = {"overview": "/dashboards"}
    return [
        Scene("meridian", _board(meridian), both | mind, EVERYWHERE),
        Scene("quiet", _board(others.quiet), one),
        Scene("rtl", _board(meridian, direction="rtl"), both),
        Scene("one-unit", _board(others.one_unit), one),
        Scene("one-wave", _board(partial(others.waves_of, 1)), one | {"unit": "/dashboards/1/units/2"}),
        Scene("three-waves", _board(partial(others.waves_of, 3)), one),
        Scene("sixty-waves", _board(others.sixty_waves), one | {"unit": "/dashboards/60/units/2"}),
        Scene("no-wave", _board(others.no_wave), one),
        Scene("suppressed", _board(others.nothing_shown), one | {"unit": "/dashboards/6/units/2"}),
        Scene("hidden-unit", _board(meridian), {"unit": "/dashboards/18/units/23"}),
        Scene("bound", _board(others.only_a_bound), one),
        Scene("hard-names", _board(others.hard_names), both),
        Scene("teams-400", _board(partial(others.many, 12, 33)), both, EVERYWHERE),
        Scene("units-4000", _board(partial(others.many, 66, 60)), one),
        *_briefs(),
        Scene("service", _service, house.PAGES, cookie="hr"),
    ]


def _briefs() -> list[Scene]:
    page = {"brief": "/brief"}
    alarmed = Fake(sliding(), owed=OWED)
    return [
        Scene("brief", _brief(alarmed, "en"), page, EVERYWHERE),
        Scene("brief-de", _brief(Fake(sliding(found=(CRASH, SLIDE), events=EVENTS)), "de"), page),
        Scene("brief-rtl", _brief(alarmed, "en", direction="rtl"), page),
        Scene("brief-quiet", _brief(Fake(board(events=EVENTS)), "fr"), page),
        Scene("brief-one-wave", _brief(Fake(board(1)), "es"), page),
        Scene("brief-suppressed", _brief(Fake(board(), hidden=frozenset(range(9))), "en"), page),
        Scene("brief-no-wave", _brief(Fake(None), "de"), page),
    ]


def _board(make: Callable[[], FakeSource], *, direction: str = "ltr") -> Callable[[], AbstractContextManager[str]]:
    return lambda: on_loopback(made(make(), direction=direction))


def _brief(source: Fake, language: str, *, direction: str = "ltr") -> Callable[[], AbstractContextManager[str]]:
    def app() -> Flask:
        frame = made(others.no_wave(), direction=direction)
        around = Host("around.html", address_of, lambda name, **_: f"/{name}")
        voice = Voice(language, catalogue(language, "pages"))
        guard = open_to_everybody("brief")
        frame.register_blueprint(brief_blueprint(lambda: nullcontext(source), guard, lambda: voice, around=around))
        return frame

    return lambda: on_loopback(app())


@contextmanager
def _service() -> Iterator[str]:
    """The service itself, over a company with comments, alerts and moments."""
    with TemporaryDirectory() as folder:
        for name in NAMES:
            store = Store(engine_of(f"sqlite:///{folder}/{name}.db"))
            upgrade(name, store)
            store.engine.dispose()
        settings = Settings(
            database_url=f"sqlite:///{folder}/company.db",
            answers_url=f"sqlite:///{folder}/answers.db",
            vault_url=f"sqlite:///{folder}/vault.db",
            secret_file=Path(folder) / "secret",
        )
        stores = open_stores(settings)
        with on_loopback(house.furnished(settings, stores)) as address:
            yield address
        stores.dispose()
