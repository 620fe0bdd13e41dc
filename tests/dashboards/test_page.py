"""The file itself: whole in itself, safe, and small enough."""

import json
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser

import pytest

from dashboards.figures.drawing import Drawing, Table
from dashboards.marking import figure_json
from dashboards.report import render
from dashboards.report.page import _fingerprint
from tests.dashboards import reports

CASES = ["meridian", "nothing_found", "one_wave", "one_unit", "hostile"]


class Reader(HTMLParser):
    """Collects what the tests ask for: tags, scripts, ids, links and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.inside = ("", "")
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.inside = (tag, dict(attrs).get("type") or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the name is the parser's
        self.inside = ("", "")

    def handle_data(self, data: str) -> None:
        if self.inside[0] == "script":
            self.scripts.append((self.inside[1], data))
        elif self.inside[0] != "style":
            self.text.append(data)


@pytest.fixture(scope="module", params=CASES)
def page(request: pytest.FixtureRequest) -> str:
    return render(getattr(reports, request.param)())


def test_nothing_is_asked_of_the_network(page: str) -> None:
    fetched = [
        value for _, name, value in Reader(page).attributes if name in {"src", "href"} and not value.startswith("#")
    ]

    assert not fetched
    assert "default-src 'none'" in page


def test_only_our_two_scripts_may_run(page: str) -> None:
    reader = Reader(page)
    running = [source for kind, source in reader.scripts if kind != "application/json"]
    policy = next(value for tag, name, value in reader.attributes if tag == "meta" and "script-src" in value)

    assert len(running) == 2
    assert all(_fingerprint(source) in policy for source in running)
    assert "script-src 'unsafe" not in policy


def test_every_figure_has_a_name_and_a_table(page: str) -> None:
    reader = Reader(page)
    ids = {value for _, name, value in reader.attributes if name == "id"}
    named = [value for tag, name, value in reader.attributes if tag == "figure" and name == "aria-labelledby"]

    assert reader.tags["figure"] == len(named) == len(set(named)) > 0
    assert set(named) <= ids
    assert page.count("Numbers as a table") == len(named)


def test_ids_are_unique_and_links_lead_somewhere(page: str) -> None:
    attributes = Reader(page).attributes
    ids = Counter(value for _, name, value in attributes if name == "id")
    links = {value[1:] for tag, name, value in attributes if tag == "a" and name == "href"}

    assert max(ids.values()) == 1
    assert links <= set(ids)


def test_figures_are_json_a_script_can_read(page: str) -> None:
    figures = [json.loads(source) for kind, source in Reader(page).scripts if kind == "application/json"]

    assert figures
    assert all({"data", "layout"} <= figure.keys() for figure in figures)


def test_no_text_in_a_figure_can_end_its_script() -> None:
    drawing = Drawing("x", {"text": "</script><!--&"}, "", Table([], []))
    source = figure_json(drawing)

    assert not set("<>&") & set(source)
    assert json.loads(source) == drawing.figure


def test_names_with_markup_stay_words() -> None:
    reader = Reader(render(reports.hostile()))

    assert reader.tags["img"] == 0
    assert reader.tags["script"] == reader.tags["figure"] + 2
    assert "<b>R&D</b> \"Quote\" 'Ltd'" in "".join(reader.text)
    assert "<img src=x onerror=alert(1)>" in "".join(reader.text)


def test_words_that_are_not_ours_do_not_occur(page: str) -> None:
    words = " ".join(Reader(page).text).lower()
    banned = ("anonymous", "significant", "score drop", "at-risk", "healthy", "engagement", "alarming", "merely", "!")

    assert not [
        word
        for word in banned
        if re.search(rf"{re.escape(word)}(?!\w)", words.replace("</script><script>alert(1)", ""))
    ]


def test_nothing_that_has_no_value_reaches_the_reader(page: str) -> None:
    words = " ".join(Reader(page).text)

    assert not re.findall(r"\b(nan|None|inf|undefined)\b", words)


def test_two_thousand_units_stay_under_eight_megabytes() -> None:
    assert len(render(reports.many_units()).encode()) < 8_000_000


def test_importing_the_page_loads_no_plotly() -> None:
    program = "import sys, dashboards.report; print('plotly' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False False"
