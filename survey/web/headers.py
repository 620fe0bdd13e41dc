"""What every answer carries, unless its own page says otherwise."""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from dashboards.assets import STYLES, has_charts

HEADERS = {
    # Bootstrap draws some controls from pictures inside its style sheet, hence data: for pictures.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    # Not "no-referrer": a form behind https is refused where nothing tells that it came from a page of ours.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
YEAR = "max-age=31536000; includeSubDomains"


def init_headers(app: Flask, *, is_https: bool) -> None:
    app.after_request(add)
    if is_https:
        app.after_request(keep_https)


POLICY = "Content-Security-Policy"
WITH_CHARTS = HEADERS[POLICY].replace("style-src 'self'", " ".join(("style-src 'self'", *STYLES)))


def add(response: Response) -> Response:
    stay_here(response)
    if has_charts():
        response.headers.setdefault(POLICY, WITH_CHARTS)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not is_file(response):
        response.headers["Cache-Control"] = "no-store"
    return response


def is_file(response: Response) -> bool:
    """A style sheet and the like, which caches may keep; that there is no such file, they may not."""
    is_asked_for = request.method == "GET" and response.status_code < 400
    return is_asked_for and (request.endpoint or "").endswith("static")


def stay_here(response: Response) -> None:
    """Lead on by a path alone: the host of the request, which Flask would put before it, is what anybody may write."""
    parts = urlsplit(response.location or "")
    if parts.netloc and parts.netloc == request.host:
        response.location = parts._replace(scheme="", netloc="").geturl()


def keep_https(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", YEAR)
    return response
