"""A release to take along: what the pages show, in three kinds of file."""

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple
from typing import Any

from flask import Response
from flask.typing import ResponseReturnValue

from survey.services.release import reading
from survey.services.release.certificate import certificate_of
from survey.services.release.exporting import NAMES, SCHEMA, Number, finding, numbers
from survey.services.release.tables import Pair, pair
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.results.opening import opened_or_404
from survey.web.service import service
from survey.web.spreadsheets import csv_file, kept_as, xlsx_file


@requires(Action.SEE_RELEASE)
def as_csv(number: int) -> ResponseReturnValue:
    return csv_file(_name(number, "csv"), _cells(_whole(number)[0]))


@requires(Action.SEE_RELEASE)
def as_xlsx(number: int) -> ResponseReturnValue:
    return xlsx_file(_name(number, "xlsx"), _lines(_whole(number)[0]))


@requires(Action.SEE_RELEASE)
def as_json(number: int) -> ResponseReturnValue:
    both, about = _whole(number)
    text = json.dumps(about | {"numbers": [asdict(one) for one in numbers(both)]}, ensure_ascii=False)
    return Response(text + "\n", mimetype="application/json", headers=kept_as(_name(number, "json")))


def _whole(number: int) -> tuple[Pair, dict[str, Any]]:
    """All that this reader sees of a wave, and what stands above it."""
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        both, told = pair(session, asked.opened, None, None), reading.told(session, asked.opened)
    facts, certificate = asked.opened.facts, certificate_of(asked.opened.facts, len(asked.releases))
    about = {
        "schema": SCHEMA,
        "wave": number,
        "version": facts.version,
        "asked": facts.n_asked,
        "answered": facts.n_answered,
        "smallest_group": asked.opened.k,
        "certificate": {
            "verdict": certificate.verdict,
            "method": certificate.method,
            "smallest_group": certificate.k,
            "made_at": certificate.made_at.isoformat(),
            "mark": certificate.mark,
        },
        "findings": [finding(one, both) for one in told],
    }
    return both, about


def _lines(both: Pair) -> Iterator[tuple[Any, ...]]:
    yield NAMES
    yield from map(_values, numbers(both))


def _cells(both: Pair) -> Iterator[list[str]]:
    return (["" if value is None else str(value) for value in line] for line in _lines(both))


def _values(one: Number) -> tuple[Any, ...]:
    return astuple(one)


def _name(number: int, kind: str) -> str:
    return f"aloft-wave-{number}.{kind}"
