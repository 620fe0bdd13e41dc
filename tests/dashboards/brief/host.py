"""A host for the brief that is as small as can be: a frame, addresses, a voice."""

from contextlib import nullcontext
from dataclasses import dataclass

from flask import Flask
from flask.typing import ResponseReturnValue
from jinja2 import DictLoader

from dashboards.board.brief.blueprint import View, brief_blueprint
from dashboards.board.source import Source
from dashboards.wording.voice import Voice
from survey.translations import catalogue

FRAME = """<!doctype html><html lang="{{ language }}" dir="{{ direction }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{% block title %}{% endblock %}</title>
{{ head }}{% block styles %}{% endblock %}</head><body><main>{% block content %}{% endblock %}</main></body></html>"""
PAGES = {
    "alert": "/alerts/{number}",
    "unit": "/dashboards/{number}/units/{unit}",
    "reply": "/manage/waves/{number}/reply",
    "moments": "/manage/moments",
    "method": "/method",
}


def voice_of(language: str) -> Voice:
    return Voice(language, catalogue(language, "pages"))


@dataclass(frozen=True)
class Around:
    base_template: str = "frame.html"

    def asset(self, name: str) -> str:
        return f"/assets/{name}"

    def link(self, name: str, **values: object) -> str | None:
        return PAGES[name].format(**values) if name in PAGES else None


def open_to_all(view: View) -> View:
    return view


def shut(_: View) -> View:
    """A guard that lets nobody in."""

    def refused(**_values: object) -> ResponseReturnValue:
        return "no such page", 404

    return refused


def app_of(source: Source, language: str = "en", *, guard: View = open_to_all, direction: str = "ltr") -> Flask:
    app = Flask("host", static_folder=None)
    app.jinja_loader = DictLoader({"frame.html": FRAME})
    around = Around()
    made = brief_blueprint(lambda: nullcontext(source), guard, lambda: voice_of(language), around=around)
    app.register_blueprint(made)
    app.context_processor(lambda: {"language": language, "direction": direction, "head": ""})
    return app
