"""A chart drawn by a real Chromium under the policy that pages with charts have."""

import json
from collections.abc import Iterator

import pytest
from flask import Flask, render_template_string
from pydantic import SecretStr

from dashboards.assets import address_of
from dashboards.figures.drawing import Onset, Series
from dashboards.figures.trend import trend
from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.web.guard import public
from tests.browsing import chromium, complaints, on_loopback
from tests.survey.company import add_company
from tests.survey.web.clock import Clock

FIGURE = trend(
    [Series("Meridian", [60, 61, 55], [55, 56, 50], [65, 66, 60])],
    ["2026-01", "2026-02", "2026-03"],
    window=(30, 80),
    onset=Onset(1, 0, 2, "fall began"),
)
PAGE = """<!doctype html><html lang="en"><head><title>A chart</title></head><body>
<figure><div class="plot" aria-hidden="true"></div><script type="application/json">{{ figure | safe }}</script>
<figcaption>A trend</figcaption><details open><summary>Numbers</summary></details></figure>
<script src="{{ asset("plotly.js") }}" defer></script><script src="{{ asset("draw.js") }}" defer></script>
</body></html>"""
BOLD = "getComputedStyle([...document.querySelectorAll('.annotation-text tspan')].at(-1)).fontWeight"
RULES = "document.getElementById('plotly.js-style-global').sheet.cssRules.length"


@pytest.fixture
def app(sqlite_settings: Settings) -> Iterator[Flask]:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    made = create_app(sqlite_settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock())
    page = public(lambda: render_template_string(PAGE, asset=address_of, figure=json.dumps(FIGURE)))
    made.add_url_rule("/a-chart", "a_chart", page)
    yield made
    stores.dispose()


def test_a_chart_is_drawn_without_a_complaint(app: Flask) -> None:
    with chromium() as browser, on_loopback(app) as address, browser.new_context() as context:
        page = context.new_page()
        seen = complaints(page, address)
        page.goto(f"{address}/a-chart")
        page.wait_for_selector("html[data-charts=drawn]")

        assert page.evaluate(RULES) > 0
        assert page.evaluate(BOLD) in {"700", "bold"}
        assert seen == []
