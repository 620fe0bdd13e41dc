"""A small service around the pages of results: they need a base template, files, and a way to make exports."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import flask_bootstrap
import plotly
from flask import Flask, Response, send_from_directory
from jinja2 import ChoiceLoader, FileSystemLoader

from dashboards.board.host import Host
from dashboards.board.pages import board_blueprint
from tests.dashboards.board.tree import FakeSource

ROOT = Path(__file__).parents[3]
FILES = {
    "plotly.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
    "draw.js": ROOT / "dashboards" / "static" / "draw.js",
    "board.css": ROOT / "dashboards" / "static" / "board.css",
    "inside.css": ROOT / "survey" / "web" / "static" / "inside.css",
    "icon.svg": ROOT / "survey" / "web" / "static" / "icon.svg",
    "bootstrap.css": Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css",
}


def open_to_everybody(_name: str) -> Callable[[Any], Any]:
    return lambda view: view


def as_json(rows: Sequence[Sequence[Any]], name: str) -> Response:
    return Response(json.dumps([list(row) for row in rows]), mimetype="application/json", headers={"X-Name": name})


def made(source: FakeSource, *, direction: str = "ltr") -> Flask:
    """An app that shows the pages of this company."""
    app = Flask(__name__, template_folder="templates", static_folder=None)
    app.jinja_env.globals["direction"] = direction
    app.jinja_loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent / "templates")])
    host = Host(
        base_template="around.html",
        asset=lambda name: f"/around/{name}",
        link=lambda name, **_: f"/{name}" if name not in {"instrument"} else None,
        exports={"csv": as_json, "xlsx": as_json, "json": as_json},
    )
    app.register_blueprint(board_blueprint(source.opened, open_to_everybody, host=host))
    app.add_url_rule("/around/<name>", "around", around)
    return app


def around(name: str) -> Response:
    return send_from_directory(FILES[name].parent, FILES[name].name)
