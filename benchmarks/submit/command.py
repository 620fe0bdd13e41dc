"""A wave of some thousand people, answered by real clients against gunicorn with two workers, on each database."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.submit.bare import make_table
from benchmarks.submit.client import Load
from survey.config import Settings
from survey.db import open_stores
from survey.schema import upgrade_all
from survey.services.answering.desk import Desk
from tests.postgres import newest, running
from tests.serving import serving
from tests.survey.services.programmes import open_now

PEOPLE = 2_000
LEAST_RATIO = 0.4
BARE = "benchmarks.submit.bare:make_app()"
Post = tuple[str, dict[str, str]]


def measure(words: Sequence[str] = ()) -> bool:
    """Print the table; true if ours reaches the least ratio on both databases."""
    parser = argparse.ArgumentParser(prog="./run bench submit", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, metavar="N", help="people who answer, each once")
    people = parser.parse_args(list(words)).people
    print(f"{'':28}{'answers/s':>10}{'p50 ms':>8}{'p99 ms':>8}{'ratio':>8}")
    met = []
    for database in ("sqlite", "postgresql"):
        with stores_on(database) as settings:
            posts = prepare(settings, people)
            make_table(settings.answers_url)
            bare = load(settings, BARE, posts, name=f"{database}, bare insert", peer=None)
            ours = load(settings, "survey.wsgi:make_app()", posts, name=f"{database}, pulse", peer=bare)
            met.append(ours / bare >= LEAST_RATIO)
    print(f"\nratio at least {LEAST_RATIO}: {'met' if all(met) else 'MISSED'}")
    return all(met)


@contextmanager
def stores_on(database: str) -> Iterator[Settings]:
    """Empty stores, as durable as they are in service."""
    folder = Path(tempfile.mkdtemp(prefix="aloft-bench-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        urls = {name: f"sqlite:///{folder}/{name}.db" for name in ("company", "answers", "vault")}
        if database == "postgresql":
            cluster = stack.enter_context(running(newest(), settings=()))
            urls |= {name: cluster.create(name) for name in ("company", "answers")}
        settings = Settings(database_url=urls["company"], answers_url=urls["answers"], vault_url=urls["vault"])
        yield settings


def prepare(settings: Settings, people: int) -> list[Post]:
    """An open wave, and a full answer of everybody."""
    stores = open_stores(settings)
    upgrade_all(stores)
    programme, wave = open_now(stores, divisions=10, teams=10, people_per_team=people // 100)
    desk = Desk(stores, programme.clock)
    posts = []
    for person, token in programme.tokens(wave).items():
        pulse = desk.open(token, None)
        assert pulse  # noqa: S101 -- the wave was opened above
        fields = {item.code: str(1 + (person + at) % 5) for at, item in enumerate(pulse.items) if item.kind == "rated"}
        posts.append((f"/pulse/{token}", fields))
    stores.dispose()
    return posts


def load(settings: Settings, app: str, posts: list[Post], *, name: str, peer: float | None) -> float:
    """Answers a second; the first hundred warm the server up."""
    with serving(settings, app=app) as served:
        Load(served.port, posts[:100]).run()
        load = Load(served.port, posts)
        rate = load.run()
    if load.refused:
        raise RuntimeError(f"{name}: {len(load.refused)} answers were refused, the first with {load.refused[0]}")
    if len(load.seconds) != len(posts):
        raise RuntimeError(f"{name}: {len(posts) - len(load.seconds)} of {len(posts)} answers got no reply")
    ratio = "" if peer is None else f"{rate / peer:.2f}"
    print(f"{name:28}{rate:10.0f}{load.quantile(0.5):8.1f}{load.quantile(0.99):8.1f}{ratio:>8}")
    return rate
