"""A small service around the pages of results: they need a base template, files, and a way to make exports."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import flask_bootstrap
from flask import Flask, Response, send_from_directory
from jinja2 import ChoiceLoader, FileSystemLoader

from dashboards import init_app
from dashboards.assets import STYLES, address_of, has_charts
from dashboards.board.coming import Coming
from dashboards.board.host import Host
from tests.dashboards.board.tree import FakeSource

POLICY = (
    "default-src 'none'; style-src {styles}; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
COMING = Coming(
    opens_on=date(2026, 12, 7),
    is_open=False,
    results_on=date(2026, 12, 21),
    asked=612,
    typical=(("division", 50), ("team", 12)),
    k=5,
)
ROOT = Path(__file__).parents[3]
FILES = {
    "inside.css": ROOT / "survey" / "web" / "static" / "inside.css",
    "icon.svg": ROOT / "survey" / "web" / "static" / "icon.svg",
    "bootstrap.css": Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css",
}


def open_to_everybody(_name: str) -> Callable[[Any], Any]:
    return lambda view: view


def with_policy(response: Response) -> Response:
    """As the service says it: inline styles are those constant texts alone, and on pages with charts alone."""
    styles = " ".join(["'self'", *(STYLES if has_charts() else ())])
    response.headers["Content-Security-Policy"] = POLICY.format(styles=styles)
    return response


def as_json(rows: Sequence[Sequence[Any]], name: str) -> Response:
    return Response(json.dumps([list(row) for row in rows]), mimetype="application/json", headers={"X-Name": name})


def made(source: FakeSource, *, direction: str = "ltr") -> Flask:
    """An app that shows the pages of this company."""
    app = Flask(__name__, template_folder="templates", static_folder=None)
    app.jinja_env.globals["direction"] = direction
    app.jinja_loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent / "templates")])
    host = Host(
        base_template="around.html",
        asset=address_of,
        link=lambda name, **_: f"/{name}" if name != "instrument" else None,
        exports={"csv": as_json, "xlsx": as_json, "json": as_json},
        coming=lambda: None if source.waves else COMING,
    )
    init_app(app, source=source.opened, guard=open_to_everybody, host=host)
    app.after_request(with_policy)
    app.add_url_rule("/around/<name>", "around", around)
    return app


def around(name: str) -> Response:
    return send_from_directory(FILES[name].parent, FILES[name].name)
