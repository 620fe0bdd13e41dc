"""The report as files: JSON of the schema aloft.report/1, and a page."""

import json
import math
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from dashboards.source import Report


def as_json(report: Report) -> Iterator[str]:
    """The document in pieces, a row of a table at a time; what cannot be said is null."""
    yield f'{{"schema": {json.dumps(report.schema)}'
    for field in fields(report):
        if field.name != "schema":
            yield f',\n"{field.name}": '
            yield from _value(getattr(report, field.name))
    yield "}\n"


def as_page(report: Report) -> Iterator[str]:
    """One self-contained page."""
    from dashboards.report import render  # noqa: PLC0415 -- weight

    yield render(report)


def _value(value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield _dump(value)
        return
    yield "["
    for number, entry in enumerate(value):
        yield (",\n" if number and not isinstance(entry, str | float) else ", " if number else "") + _dump(entry)
    yield "]"


def _dump(value: Any) -> str:
    row = {name: _said(getattr(value, name)) for name in value.__slots__} if hasattr(value, "__slots__") else None
    return json.dumps(_said(value) if row is None else row, ensure_ascii=False, allow_nan=False)


def _said(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
