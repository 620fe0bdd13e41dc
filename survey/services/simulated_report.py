"""The report of a simulated company, and the page that shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboards.report import render
from survey.services.analyse import analyse
from survey.services.meridian import survey_of_meridian

if TYPE_CHECKING:
    from dashboards.source import Report

Answer = Callable[[str, list[tuple[str, str]]], object]


def simulated_report() -> "Report":
    return analyse(survey_of_meridian())


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
