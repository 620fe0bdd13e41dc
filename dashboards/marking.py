"""Words and figures as pages hold them: dates kept whole, ranges in bold, figures safe in a script element."""

import json
import re
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from dashboards.figures.drawing import Drawing
from dashboards.wording.numbers import KEPT, MINUS

DATE = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
SIGN = f"[+{MINUS}]?"
# Ranges of numbers are held together by no-break spaces; ranges of waves are not, and stay plain.
WITH_RANGE = re.compile(rf"((?<![\w.]){SIGN}\d[\d.]*(?:{KEPT}points?)?)(?= \({SIGN}[\d.]+{KEPT}to{KEPT})")


def figure_json(drawing: Drawing) -> Markup:
    """The figure for a script element: no character in it can end the element."""
    source = json.dumps(drawing.figure, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return Markup(source.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704 -- escaped here


def kept(words: str) -> Markup:
    """The words with dates that do not break at their hyphens."""
    return Markup(DATE.sub(r'<span class="kept">\g<0></span>', str(escape(words))))  # noqa: S704 -- escaped here


def strong(words: str) -> Markup:
    """The same, and each number that has its range behind it in bold."""
    return Markup(WITH_RANGE.sub(r"<b>\1</b>", str(kept(words))))  # noqa: S704 -- escaped here


FILTERS: dict[str, Any] = {"figure_json": figure_json, "kept": kept, "strong": strong}


def add_filters(environment: Environment) -> None:
    environment.filters |= FILTERS
