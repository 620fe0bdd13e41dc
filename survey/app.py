"""Where the parts of the web service meet."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from survey.config import Settings
from survey.db import Stores
from survey.secret import read_secret
from survey.services.provider import Provider, check_ways_in, read_registration
from survey.services.tokens import key_for
from survey.web import cookies
from survey.web.account import account_blueprint
from survey.web.alerts import alerts_blueprint
from survey.web.api import init_api
from survey.web.audit import audit_blueprint
from survey.web.board import init_board
from survey.web.brief import init_brief
from survey.web.demo import demo_blueprint
from survey.web.errors import init_errors
from survey.web.front import front_blueprint
from survey.web.guard import init_guard, open_to_all
from survey.web.headers import init_headers
from survey.web.language import init_language
from survey.web.layout import init_layout
from survey.web.limits import init_limits
from survey.web.moderating import moderation_blueprint
from survey.web.moments import moments_blueprint
from survey.web.numbers import init_numbers
from survey.web.origin import init_origin
from survey.web.people import people_blueprint
from survey.web.preview import preview_blueprint
from survey.web.programme import programme_blueprint
from survey.web.pulse.blueprint import pulse_blueprint
from survey.web.pulse.service_door import ServiceDoor
from survey.web.reminders.blueprint import reminders_blueprint
from survey.web.results import results_blueprint
from survey.web.service import EXTENSION, Service
from survey.web.slack import init_slack
from survey.web.slips import slips_blueprint
from survey.web.uploads import init_uploads
from survey.web.voices import register_voices

LARGEST_REQUEST = 1024 * 1024
"""Bytes; enough for every form. A view that takes a file says so (`survey.web.uploads`)."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def create_app(settings: Settings, stores: Stores, *, now: Callable[[], datetime] = utc_now) -> Flask:
    """The web service over these stores."""
    app = Flask("survey.web")
    here = Service(settings, stores, now, read_secret(settings), provider_of(settings))
    app.extensions[EXTENSION] = here
    configure(app, here)
    believe_proxies(app, settings.trusted_proxies)
    init_numbers(app)
    init_headers(app, is_https=here.is_https)
    init_limits(app)
    init_guard(app)
    init_origin(app)
    init_uploads(app)
    init_errors(app)
    init_layout(app)
    Bootstrap5(app)
    init_language(app)
    csrf = CSRFProtect(app)
    register(app)
    register_pulse(app, csrf, here)
    init_api(app, csrf)
    init_slack(app, csrf)
    return app


def provider_of(settings: Settings) -> Provider | None:
    """The identity provider; nothing is asked of it yet."""
    check_ways_in(settings)
    registration = read_registration(settings)
    return None if registration is None else Provider(registration)


def configure(app: Flask, here: Service) -> None:
    app.config.update(
        SECRET_KEY=key_for(here.secret, "forms"),
        SESSION_COOKIE_NAME=cookies.full_name(cookies.FORM, is_https=here.is_https),
        SESSION_COOKIE_SECURE=here.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        BOOTSTRAP_SERVE_LOCAL=True,
        # A form is good as long as the cookie it belongs to.
        WTF_CSRF_TIME_LIMIT=None,
    )


def believe_proxies(app: Flask, n: int) -> None:
    """Take the address of who asks from the last of so many servers before this one, and nothing else of theirs."""
    if n:
        inside = ProxyFix(app.wsgi_app, x_for=n, x_proto=0, x_host=0, x_port=0, x_prefix=0)
        vars(app)["wsgi_app"] = inside  # where Flask wants it, which is a method as far as types know


def register(app: Flask) -> None:
    """The pages of each part.

    A blueprint whose links are their own authority is also exempt from the form token
    (`app.extensions["csrf"].exempt`), and its prefix stands among those that are open to all.
    """
    app.register_blueprint(front_blueprint())
    app.register_blueprint(account_blueprint())
    app.register_blueprint(people_blueprint())
    app.register_blueprint(preview_blueprint())
    app.register_blueprint(slips_blueprint())
    app.register_blueprint(audit_blueprint())
    app.register_blueprint(programme_blueprint())
    app.register_blueprint(moments_blueprint())
    app.register_blueprint(results_blueprint())
    app.register_blueprint(moderation_blueprint())
    register_voices(app)
    init_board(app)
    init_brief(app)
    app.register_blueprint(alerts_blueprint())
    for prefix in ("static", "bootstrap."):
        open_to_all(app, prefix)


def register_pulse(app: Flask, csrf: CSRFProtect, here: Service) -> None:
    """The pages for employees: whoever has the link is let in, and no cookie goes with its forms."""
    for blueprint in (pulse_blueprint(ServiceDoor(here.stores, here.clock)), reminders_blueprint()):
        app.register_blueprint(blueprint)
        csrf.exempt(blueprint)
        open_to_all(app, f"{blueprint.name}.")


def register_demo(app: Flask) -> None:
    """The doors of a company that does not exist: whoever comes is let in. For `aloft demo` alone."""
    app.register_blueprint(demo_blueprint())
