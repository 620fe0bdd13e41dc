"""One report, one file: words, tables, and the script that draws."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboards.figures.tokens import DARK, LIGHT, css
from dashboards.marking import add_filters
from dashboards.report import quality
from dashboards.report.cards import cards, window
from dashboards.report.findings import MOST_PICTURES, drawn_lines, findings
from dashboards.report.lookup import Lookup
from dashboards.report.moves import first_wave
from dashboards.report.opening import heading, lead
from dashboards.report.ordinary import ordinary
from dashboards.report.sight import as_table, chance, sight
from dashboards.report.wavewise import wavewise
from dashboards.report.where import where
from dashboards.source import Report
from dashboards.wording.numbers import counted
from dashboards.wording.waves import rate, spoken


def render(report: Report) -> str:
    """The page of a report as one self-contained HTML file."""
    lookup = Lookup.of(report)
    context = _context(lookup)
    scripts = {"plotly": _plotly(), "draw": _static("draw.js")}
    return (
        _environment()
        .get_template("report/page.html")
        .render(
            **context,
            style=Markup(_static("report.css")),  # noqa: S704 -- a file of ours
            light=Markup(css(LIGHT)),  # noqa: S704 -- constants
            dark=Markup(css(DARK)),  # noqa: S704 -- constants
            scripts={name: Markup(source) for name, source in scripts.items()},  # noqa: S704 -- no input in them
            hashes=[_fingerprint(source) for source in scripts.values()],
        )
    )


def _context(lookup: Lookup) -> dict[str, Any]:
    report, seen = lookup.report, sight(lookup)
    axis = window(lookup, drawn_lines(lookup))
    has_past = lookup.last > 0
    return {
        "report": report,
        "lookup": lookup,
        "heading": heading(lookup, seen),
        "lead": lead(lookup, seen),
        "axis": axis,
        "cards": cards(lookup, axis) if has_past else [],
        "levels": None if has_past else quality.one_wave(lookup, axis),
        "where": where(lookup) if len(lookup.units) > 1 else None,
        "findings": findings(lookup, axis),
        "most_pictures": MOST_PICTURES,
        "common_changes": quality.common_changes(lookup),
        "instrument_changes": quality.instrument_changes(lookup),
        "ordinary": ordinary(lookup),
        "unseen": as_table(seen) if seen.is_known else None,
        "chance": chance(seen),
        "evidence": quality.evidence(lookup),
        "participation": quality.participation(lookup),
        "reliability": quality.reliability(lookup),
        "read": quality.what_was_read(lookup),
        "wavewise": wavewise(lookup),
        "since": spoken(report.waves[first_wave(lookup)]),
        "last_wave": spoken(report.waves[-1]),
        "rate": rate(report.false_alarms_per_year),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dashboards"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    add_filters(environment)
    environment.filters["counted"] = counted
    return environment


def _static(name: str) -> str:
    return (files("dashboards") / "static" / name).read_text(encoding="utf-8")


@cache
def _plotly() -> str:
    """Plotly's own script, with nothing in it that would end the element it stands in."""
    source = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    return source.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _fingerprint(source: str) -> str:
    """The hash by which the page's policy lets this script run, and no other."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
