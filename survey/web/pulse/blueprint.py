"""The routes for employees, and what every answer of theirs carries."""

from functools import partial

from flask import Blueprint, Response

from survey.web.pulse import views
from survey.web.pulse.door import Door

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
ROUTES = (
    # A path, so that a link with a slash too many gets the page that helps, too.
    ("/pulse/<path:token>", "GET", "page", views.page),
    ("/pulse/<path:token>", "POST", "send", views.send),
    # What is left of a link that a mail program broke behind the stroke.
    ("/pulse/", "GET", "broken", views.broken),
    ("/pulse/<token>/saved", "GET", "saved", views.saved),
    ("/pulse/<token>/withdraw", "POST", "withdraw", views.withdraw),
    ("/pulse/<token>/withdrawn", "GET", "withdrawn", views.withdrawn),
    ("/method", "GET", "method", views.method),
)


def pulse_blueprint(door: Door) -> Blueprint:
    """Made per app: a blueprint of a module would refuse new guards after its first registration.

    Its links are their own authority, so the app exempts it from the form token and opens it to all.
    """
    blueprint = Blueprint("pulse", __name__)
    for rule, method, name, view in ROUTES:
        blueprint.add_url_rule(rule, name, partial(view, door), methods=[method])
    blueprint.after_request(protect)
    return blueprint


def protect(response: Response) -> Response:
    """Nothing of these pages is kept, framed, indexed or passed on."""
    response.headers.update(HEADERS)
    return response
