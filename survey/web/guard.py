"""Every view says what is needed to reach it; one that says nothing is reached by nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from survey.queries.unit_path import unit_path
from survey.services.rights import Action, Held, may
from survey.services.sign_in import SignedIn
from survey.web.service import service
from survey.web.who import is_for_programs, who

View = TypeVar("View", bound=Callable[..., Any])

NEED = "need"
WANTED = "wanted"
"""Where the form cookie keeps the page a stranger wanted to see."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a view needs. Without an action it is open to everybody; `unit` names the argument that holds a unit.

    `scope` is what the token of a program must be for; without one no program is let in.
    """

    action: Action | None
    unit: str | None = None
    scope: str | None = None


def requires(action: Action, *, unit: str | None = None, scope: str | None = None) -> Callable[[View], View]:
    """Let in who may do this; `unit` is the name of the view's argument that says in which unit."""
    return lambda view: _declared(view, Need(action, unit, scope))


def public(view: View) -> View:
    """Let everybody in."""
    return _declared(view, Need(None))


def open_to_all(app: Flask, prefix: str) -> None:
    """Let everybody in to the endpoints of others that begin so (static files, the pages of another blueprint)."""
    for endpoint, view in list(app.view_functions.items()):
        if endpoint.startswith(prefix):
            app.view_functions[endpoint] = public(_wrapped(view))


def init_guard(app: Flask) -> None:
    app.before_request(check)


def need_of(app: Flask, endpoint: str) -> Need | None:
    found: Need | None = getattr(app.view_functions[endpoint], NEED, None)
    return found


def check() -> ResponseReturnValue | None:
    """Decide before the view is reached. A page one may not see and a page that is not there look the same."""
    if request.endpoint is None:
        return None  # no such address or method, which Flask itself says
    need = need_of(current_app, request.endpoint)
    if need is not None and need.action is None:
        return None
    asking = who()
    if is_for_programs():
        _check_program(asking, need)
        return None
    if asking is None:
        return _to_sign_in()
    if need is None or not _may(asking.roles, need):
        abort(404)
    return None


def _check_program(asking: SignedIn | None, need: Need | None) -> None:
    """What the API has is no secret, so that a program is told what it lacks."""
    if asking is None or asking.scopes is None:
        abort(401)
    if need is None or need.scope not in asking.scopes or not _may(asking.roles, need):
        abort(403)


def _may(roles: tuple[Held, ...], need: Need) -> bool:
    path: tuple[int, ...] = ()
    if need.unit is not None:
        with service().stores.company.read() as store:
            path = unit_path(store, int((request.view_args or {})[need.unit]))
    return need.action is not None and may(roles, need.action, path=path)


def _to_sign_in() -> ResponseReturnValue:
    if request.method not in {"GET", "HEAD"}:
        abort(401)
    session[WANTED] = request.full_path.rstrip("?")
    return redirect(url_for("account.sign_in"))


def _declared(view: View, need: Need) -> View:
    setattr(view, NEED, need)
    return view


def _wrapped(view: Callable[..., Any]) -> Callable[..., Any]:
    """A function of its own: what another package registered may be bound to an object, which takes no mark."""

    def reached(**values: Any) -> Any:
        return view(**values)

    return reached
