"""The first page, the sign of life, and whether work can be done."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from survey.db import Stores
from survey.schema import NAMES, standing
from survey.web.guard import public
from survey.web.navigation import entries_for
from survey.web.service import service
from survey.web.who import who

TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@public
def page() -> ResponseReturnValue:
    asking = who()
    entries = entries_for(asking.roles) if asking else ()
    return redirect(url_for(entries[0].endpoint)) if entries else render_template("inside/front.html")


@public
def alive() -> ResponseReturnValue:
    return "ok\n", TEXT


@public
def ready() -> ResponseReturnValue:
    faults = [fault for name in NAMES if (fault := _fault(service().stores, name))]
    return ("\n".join(faults) + "\n", 503, TEXT) if faults else ("ready\n", TEXT)


def _fault(stores: Stores, name: str) -> str | None:
    try:
        return None if standing(name, getattr(stores, name)).is_current else f"{name}: schema is not current"
    except SQLAlchemyError:
        return f"{name}: not reachable"
