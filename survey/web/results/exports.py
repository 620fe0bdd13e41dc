"""A release to take along: what the pages show, in three kinds of file."""

import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from flask import Response
from flask.typing import ResponseReturnValue

from survey.services.release.exporting import NAMES, Number, numbers, whole
from survey.services.release.tables import Pair, pair
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.results.opening import opened_or_404
from survey.web.service import service
from survey.web.spreadsheets import csv_file, kept_as, xlsx_file


@requires(Action.SEE_RELEASE)
def as_csv(number: int) -> ResponseReturnValue:
    return csv_file(_name(number, "csv"), _cells(_seen(number)))


@requires(Action.SEE_RELEASE)
def as_xlsx(number: int) -> ResponseReturnValue:
    return xlsx_file(_name(number, "xlsx"), _lines(_seen(number)))


@requires(Action.SEE_RELEASE)
def as_json(number: int) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        text = json.dumps(whole(session, asked.opened, n_releases=len(asked.releases)), ensure_ascii=False)
    return Response(text + "\n", mimetype="application/json", headers=kept_as(_name(number, "json")))


def _seen(number: int) -> Pair:
    """All that this reader sees of a wave."""
    with service().stores.company.read() as session:
        return pair(session, opened_or_404(session, number).opened, None, None)


def _lines(both: Pair) -> Iterator[tuple[Any, ...]]:
    yield NAMES
    yield from map(_values, numbers(both))


def _cells(both: Pair) -> Iterator[list[str]]:
    return (["" if value is None else str(value) for value in line] for line in _lines(both))


def _values(one: Number) -> tuple[Any, ...]:
    return astuple(one)


def _name(number: int, kind: str) -> str:
    return f"aloft-wave-{number}.{kind}"
