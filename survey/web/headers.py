"""What every answer carries, unless its own page says otherwise."""

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
YEAR = "max-age=31536000"


def init_headers(app: Flask, *, is_https: bool) -> None:
    app.after_request(add)
    if is_https:
        app.after_request(keep_https)


POLICY = "Content-Security-Policy"
WITH_CHARTS = HEADERS[POLICY].replace("style-src 'self'", " ".join(("style-src 'self'", *STYLES)))


def add(response: Response) -> Response:
    if has_charts():
        response.headers.setdefault(POLICY, WITH_CHARTS)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not (request.endpoint or "").endswith("static"):
        response.headers["Cache-Control"] = "no-store"
    return response


def keep_https(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", YEAR)
    return response
