"""Whether a form comes from a page of ours: a second bolt beside its token, for whatever a cookie gives power to."""

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_AUTHORITY = frozenset({"pulse", "reminders", "api"})
"""Blueprints in which no cookie counts, but what stands in the link or the header; each asks for itself."""


def init_origin(app: Flask) -> None:
    """After the guard, so that nobody learns more than from it."""
    app.before_request(refuse_others)


def refuse_others() -> None:
    if request.method in SAFE or request.blueprint in OWN_AUTHORITY:
        return
    if is_from_elsewhere(is_null_ours=False):
        abort(403)


def is_from_elsewhere(*, is_null_ours: bool) -> bool:
    """What the browser says of where the form stood. One that says nothing passes: an old one, or none.

    "Origin: null" is what a browser sends for our own form on a page with the policy `no-referrer`, and what it
    sends for a form in a frame that hides whose it is.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site not in {None, "same-origin", "none"}:
        return True
    origin = request.headers.get("Origin")
    if origin == "null":
        return site is None and not is_null_ours
    said = origin or request.headers.get("Referer")
    return said is not None and not _is_ours(said)


def _is_ours(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.netloc == request.host and (parts.scheme == "https" or not _wants_https())


def _wants_https() -> bool:
    """By what people type: between the server with the certificate and this one there may be none."""
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
