"""Pages that take a file may be sent more than others; what is too much for them is told kindly."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])

TAKES_FILE = "takes_file"
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes: a row for each of 100,000 people, many times over."""
FORM_AROUND = 64 * 1024
MOST_DRAINED = 10 * LARGEST_FILE
PIECE = 1 << 16


def takes_file(view: View) -> View:
    """Let this view be sent a file."""
    setattr(view, TAKES_FILE, True)
    return view


def init_uploads(app: Flask) -> None:
    """After the guard, so that strangers send little, and before the form token is looked for, which reads it all."""
    app.before_request(allow)


def allow() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, TAKES_FILE, False):
        request.max_content_length = LARGEST_FILE + FORM_AROUND


def drain() -> None:
    """Read to its end what was too much, and keep nothing: a browser that is not done sending reads no answer."""
    left = min(request.content_length or 0, MOST_DRAINED)
    source = request.environ["wsgi.input"]
    while left > 0 and (piece := source.read(min(left, PIECE))):
        left -= len(piece)
