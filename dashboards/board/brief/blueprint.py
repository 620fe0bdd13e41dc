"""The page of the brief, made per app: its host lends frame, guard, voice and the addresses of other pages."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from dashboards.board.brief.labels import nothing
from dashboards.board.brief.page import brief_of
from dashboards.board.source import Source
from dashboards.marking import add_filters
from dashboards.wording.voice import Voice

View = Callable[..., Any]
Sources = Callable[[], AbstractContextManager[Source]]


class Around(Protocol):
    """What stands around the page.

    `base_template` has the blocks title, styles and content. `asset` gives the address of "plotly.js", "draw.js" and
    "brief.css"; `link` that of another page ("alert", "unit", "reply", "moments", "method"), None where there is none.
    """

    @property
    def base_template(self) -> str: ...

    @property
    def asset(self) -> Callable[[str], str]: ...

    @property
    def link(self) -> Callable[..., str | None]: ...


def brief_blueprint(
    sources: Sources, guard: Callable[[View], View], voice: Callable[[], Voice], *, around: Around
) -> Blueprint:
    """`guard` lets in who may see the brief; `voice` is that of the reader."""
    blueprint = Blueprint("brief", __name__, template_folder="../../templates")

    def page(number: int | None = None) -> ResponseReturnValue:
        speaks = voice()
        with sources() as source:
            try:
                board = source.board(number)
            except LookupError:
                abort(404)
            if board is None:
                return render_template("brief/nothing.html", host=around, words=nothing(speaks))
            brief = brief_of(source, board, speaks)
        return render_template("brief/page.html", brief=brief, host=around, link=around.link)

    guarded = guard(page)
    blueprint.add_url_rule("/brief", "page", guarded)
    blueprint.add_url_rule("/brief/<int:number>", "page", guarded)
    blueprint.record(lambda state: add_filters(state.app.jinja_env))
    return blueprint
