"""The first page, the sign of life, and whether work can be done."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from survey.db import Stores
from survey.queries import releases
from survey.schema import NAMES, standing
from survey.web.guard import public
from survey.web.navigation import PROGRAMME, entries_for
from survey.web.service import service
from survey.web.who import who

RESULTS = "dashboards.overview"
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@public
def page() -> ResponseReturnValue:
    asking = who()
    if asking is None:
        return render_template("inside/front.html")
    first = entries_for(asking.roles)[0].endpoint
    # Before anything is published what there is to do lies in the programme.
    if first == RESULTS and not _has_results():
        first = PROGRAMME
    return redirect(url_for(first))


@public
def alive() -> ResponseReturnValue:
    return "ok\n", TEXT


@public
def ready() -> ResponseReturnValue:
    faults = [fault for name in NAMES if (fault := _fault(service().stores, name))]
    return ("\n".join(faults) + "\n", 503, TEXT) if faults else ("ready\n", TEXT)


def _has_results() -> bool:
    with service().stores.company.read() as session:
        return releases.last(session) is not None


def _fault(stores: Stores, name: str) -> str | None:
    try:
        return None if standing(name, getattr(stores, name)).is_current else f"{name}: schema is not current"
    except SQLAlchemyError:
        return f"{name}: not reachable"
