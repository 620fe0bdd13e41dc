"""Pages of results at 100,000 people, 4,000 units and 36 waves, on each database."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pydantic import SecretStr

from benchmarks.dashboards.company import Size, settle
from benchmarks.dashboards.measured import Desk, Taken
from benchmarks.dashboards.pages import PAGES
from benchmarks.submit.command import stores_on
from survey.app import create_app
from survey.db import Stores, open_stores
from survey.queries.people import live_tree
from survey.schema import upgrade_all
from survey.wsgi import spare_the_collector

LARGE, SMALL = Size(100_000, 4_000, 36), Size(1_000, 60, 15, children=6)
MOST_MILLISECONDS, MOST_RATIO, MOST_KILOBYTES = 50.0, 3.0, 150.0
TIMES = 60
NOW = datetime(2029, 1, 2, 9, tzinfo=UTC)
Page = tuple[str, str]


def measure(words: Sequence[str] = ()) -> bool:
    """Print the table; true if every page meets every target on both databases."""
    parser = argparse.ArgumentParser(prog="./run bench dashboards", description=__doc__)
    parser.add_argument("--units", type=int, default=LARGE.units, metavar="N", help="units of the large company")
    parser.add_argument("--times", type=int, default=TIMES, metavar="N", help="how often each page is asked for")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="one of them alone")
    asked = parser.parse_args(list(words))
    large = replace(LARGE, units=asked.units, people=25 * asked.units)
    databases = (asked.database,) if asked.database else ("sqlite", "postgresql")
    met = [report(one, _taken(one, large, asked.times), _taken(one, SMALL, 1)) for one in databases]
    print(
        f"\nMilliseconds of processor time; wall: of the clock; first: in a process that has read nothing yet.\n"
        f"At most {MOST_MILLISECONDS:.0f} ms for 95 % of requests, {MOST_RATIO:.0f} times what the template takes, "
        f"{MOST_KILOBYTES:.0f} kB, and no more queries than in a small company: {'met' if all(met) else 'MISSED'}"
    )
    return all(met)


def report(database: str, taken: Mapping[Page, Taken], small: Mapping[Page, Taken]) -> bool:
    """A row per page; true if all meet all."""
    head = f"{'first':>7}{'p50':>7}{'p95':>7}{'wall':>7}{'const.':>8}{'ratio':>7}{'queries':>9}{'small':>7}{'kB':>6}"
    print(f"\n{database:45}{head}")
    met = []
    for (role, path), one in taken.items():
        few = small[role, path].queries
        is_met = (
            one.p95 <= MOST_MILLISECONDS
            and one.ratio <= MOST_RATIO
            and one.kilobytes <= MOST_KILOBYTES
            and one.queries <= few
        )
        print(
            f"{role:9}{path:36}{one.first:7.1f}{one.p50:7.1f}{one.p95:7.1f}{one.wall:7.1f}{one.constant:8.1f}"
            f"{one.ratio:7.2f}{one.queries:9}{few:7}{one.kilobytes:6.0f}  {'met' if is_met else 'MISSED'}"
        )
        met.append(is_met)
    return all(met)


def _taken(database: str, size: Size, times: int) -> dict[Page, Taken]:
    with stores_on(database) as settings:
        stores = open_stores(settings)
        upgrade_all(stores)
        settle(stores, size)
        app = create_app(settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=lambda: NOW)
        spare_the_collector()
        desk, values = Desk(app, stores), _values(stores, size)
        clients = {role: desk.client(role) for role in {role for role, _ in PAGES}}
        found = {
            (role.value, path): desk.measure(clients[role], path.format(**values), times=times) for role, path in PAGES
        }
        stores.dispose()
    return found


def _values(stores: Stores, size: Size) -> dict[str, int]:
    """What stands in the addresses."""
    with stores.company.read() as session:
        tree = live_tree(session, NOW.date())
    parents = [node.parent for node in tree.values() if node.parent is not None]
    division = next(unit for unit, node in tree.items() if node.parent == 1)
    largest, team = max(set(parents), key=parents.count), max(tree.keys() - set(parents))
    return {"wave": size.waves, "division": division, "largest": largest, "team": team}
