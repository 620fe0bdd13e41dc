"""What is said where a page cannot be shown. Nothing here asks a store, which may be what is broken."""

import logging

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from survey.errors import without_text
from survey.web.api.problems import problem
from survey.web.who import is_for_programs

WORDS = {
    400: ("This form could not be read.", "Go back, load the page again and send it once more."),
    401: ("You are not signed in any more.", "Nothing was changed. Sign in and send the form again."),
    403: ("This was not sent from a page of ours.", "Open the page itself and send it from there."),
    404: (
        "There is no such page for you.",
        "The address may be mistyped, or the page may need a right you do not have.",
    ),
    405: ("This page cannot be used in this way.", "Open it by its address."),
    413: ("What was sent is too large.", "Send less, or a smaller file; nothing was changed."),
    429: ("Too many requests came from here.", "Wait a minute, then send it once more. Nothing was changed."),
    500: ("Something went wrong on our side.", "Try again in a minute. If it stays, tell whoever runs the service."),
}

NOT_SIGNED_IN = 401
WORTH_KEEPING = 20
"""Characters."""
LONGEST_WRITTEN = 64 * 1024
"""Bytes."""

log = logging.getLogger(__name__)


def init_errors(app: Flask) -> None:
    app.register_error_handler(HTTPException, say)
    app.register_error_handler(Exception, fail)


def say(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()
    if is_for_programs():
        return problem(error.code, headers=_kept(error))
    status = error.code if error.code in WORDS else 400 if error.code < 500 else 500
    heading, advice = WORDS[status]
    kept = long_texts() if status == NOT_SIGNED_IN else []
    return render_template("inside/error.html", heading=heading, advice=advice, kept=kept), error.code, _kept(error)


def _kept(error: HTTPException) -> list[tuple[str, str]]:
    return [(name, value) for name, value in error.get_headers() if name in {"Allow", "Retry-After"}]


def long_texts() -> list[str]:
    """What was written in the form: a session may end while somebody writes, and no browser keeps these pages.

    Of strangers nothing large is read, and no file.
    """
    is_written = request.mimetype == "application/x-www-form-urlencoded"
    if not is_written or (request.content_length or 0) > LONGEST_WRITTEN:
        return []
    return [text for name, text in request.form.items() if name != "csrf_token" and len(text) >= WORTH_KEEPING]


def fail(error: Exception) -> ResponseReturnValue:
    log.error("%s", without_text(error))
    if is_for_programs():
        return problem(500)
    heading, advice = WORDS[500]
    return render_template("inside/error.html", heading=heading, advice=advice), 500
