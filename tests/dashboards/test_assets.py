"""Files of pages with charts: under names that tell their content, kept for a year, packed once."""

import gzip
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboards import assets
from dashboards.assets import PLOTLY, address_of, asset, assets_blueprint, has_charts


@pytest.fixture
def app() -> Flask:
    app = Flask("dashboards")
    app.register_blueprint(assets_blueprint())
    return app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def test_plotly_is_the_installed_one_under_a_name_of_its_content(client: FlaskClient) -> None:
    answer = client.get(f"/charts/{asset(PLOTLY).name}")

    assert answer.status_code == 200
    assert answer.mimetype == "text/javascript"
    assert b"plotly.js v" in answer.data[:200]
    assert len(answer.data) > 3_000_000


def test_what_is_packed_is_the_same_and_caches_are_told(client: FlaskClient) -> None:
    name = asset("draw.js").name
    plain, packed = client.get(f"/charts/{name}"), client.get(f"/charts/{name}", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.data) == plain.data
    assert (plain.headers.get("Content-Encoding"), packed.headers["Content-Encoding"]) == (None, "gzip")
    for answer in (plain, packed):
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "name", ["draw.js", "draw-0000000000000000.js", "none-1.js", "..%2Fassets.py", "page.html", "x"]
)
def test_any_other_name_is_no_page(client: FlaskClient, name: str) -> None:
    assert client.get(f"/charts/{name}").status_code == 404


def test_a_page_that_asks_for_plotly_has_charts(app: Flask) -> None:
    with app.test_request_context():
        assert address_of("report.css").startswith("/charts/report-")
        assert not has_charts()
        assert address_of(PLOTLY).startswith("/charts/plotly-")
        assert has_charts()


def test_a_program_without_plotly_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "find_spec", lambda _name: None)

    with pytest.raises(FileNotFoundError, match="plotly is not installed"):
        asset.__wrapped__(PLOTLY)
