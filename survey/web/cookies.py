"""The two cookies of our own: who is signed in, and which browser asked for a link. The third is Flask's, for forms."""

from datetime import timedelta

from flask import Response, request

from survey.services.sign_in import LINK_LASTS
from survey.web.service import service

SESSION = "aloft"
BROWSER = "aloft_browser"
FORM = "aloft_form"


def full_name(name: str, *, is_https: bool) -> str:
    """Under https a browser keeps the promise of the prefix: no other host or path has set it."""
    return f"__Host-{name}" if is_https else name


def read(name: str) -> str | None:
    return request.cookies.get(full_name(name, is_https=service().is_https))


def keep_session(response: Response, token: str) -> None:
    _set(response, SESSION, token, service().limits.longest)


def keep_browser(response: Response, token: str) -> None:
    _set(response, BROWSER, token, LINK_LASTS)


def forget_session(response: Response) -> None:
    is_https = service().is_https
    response.delete_cookie(
        full_name(SESSION, is_https=is_https), secure=is_https, httponly=True, samesite="Lax", path="/"
    )


def _set(response: Response, name: str, value: str, lasts: timedelta) -> None:
    is_https = service().is_https
    response.set_cookie(
        full_name(name, is_https=is_https),
        value,
        max_age=lasts,
        secure=is_https,
        httponly=True,
        samesite="Lax",
        path="/",
    )
