"""What the pages of results get from the service: their numbers, who may see them, and the pages around them."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, current_app, url_for

import dashboards
from dashboards.assets import address_of
from dashboards.board.coming import Coming
from dashboards.board.host import Host, Value, View
from dashboards.board.source import Source
from survey.services.board import ReleaseSource
from survey.services.first_results import first_results
from survey.services.release.reader import reader_of
from survey.services.rights import Action, may
from survey.web.guard import need_of, open_to_all, requires
from survey.web.layout import company_name
from survey.web.service import service
from survey.web.spreadsheets import csv_file, kept_as, xlsx_file
from survey.web.who import account

GUARDS: dict[str, Callable[[View], View]] = {
    "trends": requires(Action.SEE_TRENDS),
    "unit": requires(Action.SEE_UNIT, unit="unit"),
}
"""By the names that the pages know: those of the whole company, and those of a unit, which is an argument."""

LINKS = {
    "unit": "dashboards.unit",
    "reply": "programme.reply",
    "method": "pulse.method",
    "employees": "results.wave",
    "participation": "dashboards.participation",
    "comments": "dashboards.comments",
    "moments": "moments.page",
    "alert": "alerts.page",
    "history": "programme.overview",
    "plan": "programme.plan",
    "shown": "pulse.method",
    "instrument": "dashboards.instrument",
}
"""Pages that are linked to, by the names that the pages know; one that is not there yet is not linked."""


def init_board(app: Flask) -> None:
    exports = {"csv": as_csv, "xlsx": as_xlsx, "json": as_json}
    host = Host("inside/page.html", address_of, link, exports, coming)
    dashboards.init_app(app, source=source, guard=GUARDS.__getitem__, host=host)
    open_to_all(app, "charts.")


@contextmanager
def source() -> Iterator[Source]:
    """What whoever asks may see, as it stands now."""
    asking, here = account(), service()
    with here.stores.company.read() as session:
        reader = reader_of(session, asking.roles, asking.person_id, on=here.clock().date())
        yield ReleaseSource(session, reader, company=company_name())


def coming() -> Coming:
    """The first wave, before there are results."""
    here = service()
    with here.stores.company.read() as session:
        return first_results(session, now=here.clock())


def link(name: str, **values: Any) -> str | None:
    """The address of a page, if it is there for whoever asks."""
    endpoint = LINKS.get(name, "")
    need = need_of(current_app, endpoint) if endpoint in current_app.view_functions else None
    if need is None or (need.action is not None and not may(account().roles, need.action)):
        return None
    return url_for(endpoint, **values)


def as_csv(rows: Sequence[Sequence[Value]], name: str) -> Response:
    return csv_file(name, (["" if cell is None else str(cell) for cell in row] for row in rows))


def as_xlsx(rows: Sequence[Sequence[Value]], name: str) -> Response:
    return xlsx_file(name, rows)


def as_json(rows: Sequence[Sequence[Value]], name: str) -> Response:
    """A list of objects, named as the columns of the first row."""
    head, *lines = rows
    objects = [dict(zip(map(str, head), line, strict=True)) for line in lines]
    return Response(json.dumps(objects, ensure_ascii=False) + "\n", mimetype="application/json", headers=kept_as(name))
