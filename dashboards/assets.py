"""Files that pages with charts load, each under a name that changes with its content, so that it is kept for a year.

Nothing is read before somebody asks.
"""

import gzip
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from flask import Blueprint, Response, abort, g, request, url_for

from dashboards.figures.tokens import theme

PLOTLY = "plotly.js"
KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
YEAR = 365 * 24 * 3600
LETTERS = 16
"""Of the hash, in a name."""

THEMED = frozenset({"board.css", "brief.css"})
"""Style sheets that are sent behind the colours of the theme, which are written nowhere else."""

STYLES = (
    # Plotly puts its rules one by one into a style element that is empty.
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    # The style sheet of its maps, which it puts into every page.
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='",
    # What it makes of <b> is the attribute style="font-weight:bold"; attributes are looked at only after this word.
    "'unsafe-hashes'",
    "'sha256-wkY2X5hecQzbhnFCqvTpwrUJ1f4X8LH5WFjYUzv1wmU='",
)
"""What a page with charts adds to the styles that its policy allows: constant texts, each by its hash."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    name: str
    kind: str
    content: bytes = field(repr=False)
    zipped: bytes = field(repr=False)


def assets_blueprint() -> Blueprint:
    pages = Blueprint("charts", __name__)
    # The name of the endpoint tells the service around it that the file may be kept.
    pages.add_url_rule("/charts/<name>", "static", _send)
    return pages


def address_of(name: str) -> str:
    """Where the page finds "plotly.js" or a file of `dashboards/static`. A page that asks for the first has charts."""
    if name == PLOTLY:
        g.has_charts = True
    return url_for("charts.static", name=asset(name).name)


def has_charts() -> bool:
    """Whether the page that was just made has charts."""
    return bool(g.get("has_charts"))


@cache
def asset(name: str) -> Asset:
    """Read and packed once in the life of a process."""
    path = _plotly() if name == PLOTLY else Path(str(files("dashboards") / "static" / name))
    content = theme().encode() + path.read_bytes() if name in THEMED else path.read_bytes()
    stem, _, kind = name.rpartition(".")
    mark = sha256(content).hexdigest()[:LETTERS]
    return Asset(f"{stem}-{mark}.{kind}", KINDS[kind], content, gzip.compress(content, mtime=0))


@cache
def _names() -> frozenset[str]:
    own = (one.name for one in (files("dashboards") / "static").iterdir())
    return frozenset({PLOTLY, *(name for name in own if name.rpartition(".")[2] in KINDS)})


def _plotly() -> Path:
    """Found without importing the package, which is heavy."""
    found = find_spec("plotly")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FileNotFoundError("plotly is not installed")
    return Path(places[0]) / "package_data" / "plotly.min.js"


def _send(name: str) -> Response:
    stem, _, kind = name.rpartition(".")
    plain = f"{stem.rpartition('-')[0]}.{kind}"
    if plain not in _names() or (found := asset(plain)).name != name:
        abort(404)
    is_zipped = request.accept_encodings.quality("gzip") > 0
    answer = Response(found.zipped if is_zipped else found.content, content_type=found.kind)
    answer.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    answer.headers["Vary"] = "Accept-Encoding"
    if is_zipped:
        answer.headers["Content-Encoding"] = "gzip"
    return answer
