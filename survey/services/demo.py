"""A simulated company, its report, and the page that shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.simulate import Fall, World, simulate_answers
from dashboards.report import render
from survey.importing.outside import OutsideSurvey
from survey.services.analyse import analyse

if TYPE_CHECKING:
    from dashboards.source import Report

WORLD = World(n_divisions=4, teams_per_division=5, people_per_team=12, n_waves=30)
DIVISIONS = ("Engineering", "Operations", "Sales", "Service")
SCALES = ("learning", "customer_truth", "equal_say")
FALL = Fall(unit=2, onset=20, size=0.5, over_months=6, scales=(2,))
"""Operations lose their say, gently, from the twenty-first wave on."""

Answer = Callable[[str, list[tuple[str, str]]], object]


def simulated_survey() -> OutsideSurvey:
    """A company of 240 people in thirty monthly waves; the same every time."""
    made = simulate_answers(WORLD, np.random.default_rng(20260101), [FALL])
    n_waves, n_items = WORLD.n_waves, made.instrument.n_items
    return OutsideSurvey(
        panel=made.answers,
        by_item=None,
        instrument=made.instrument,
        tree=made.tree,
        waves=tuple(f"{2024 + month // 12}-{month % 12 + 1:02d}" for month in range(n_waves)),
        units=_paths(),
        scales=SCALES,
        item_names=tuple(f"{SCALES[made.instrument.scale_of_item[item]]} {item % 3 + 1}" for item in range(n_items)),
        times=made.times,
        waves_per_year=float(WORLD.waves_per_year),
        n_rows=made.answers.value.size,
        n_persons=int(np.unique(made.answers.person).size),
        warnings=("This company is simulated: nobody answered.",),
    )


def simulated_report() -> "Report":
    return analyse(simulated_survey())


def _paths() -> tuple[str, ...]:
    divisions = [f"Company/{name}" for name in DIVISIONS]
    teams = [f"{path}/Team {number}" for path in divisions for number in range(1, WORLD.teams_per_division + 1)]
    return ("Company", *divisions, *teams)


@dataclass(frozen=True, slots=True)
class Site:
    """A WSGI application of two addresses: the page, and the sign of life."""

    page: bytes

    def __call__(self, environ: dict[str, object], start_response: Answer) -> Iterable[bytes]:
        status, kind, body = self._answer(str(environ.get("PATH_INFO", "/")))
        headers = [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response(status, headers)
        return [body]

    def _answer(self, path: str) -> tuple[str, str, bytes]:
        if path == "/":
            return "200 OK", "text/html", self.page
        if path == "/healthz":
            return "200 OK", "text/plain", b"ok\n"
        return "404 Not Found", "text/plain", b"not found\n"


def demo_site() -> Site:
    """The page of the simulated company, ready to be served."""
    return Site(render(simulated_report()).encode())
