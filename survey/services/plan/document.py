"""The plan as JSON of the schema aloft.plan/1."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from analysis.planner import POWER, FallFound
from survey.services.plan.comparison import Alternative, Plan
from survey.services.plan.sentence import in_a_sentence

SCHEMA = "aloft.plan/1"


def as_json(plan: Plan) -> Iterator[str]:
    """The document; what cannot be said is null."""
    document = {
        "schema": SCHEMA,
        "sentence": in_a_sentence(plan),
        "power": POWER,
        "programme": asdict(plan.programme),
        "levels": [{"level": level, "units": number} for level, number in plan.programme.levels.items()],
        "falls": _rows(plan.falls),
        "alternatives": [_alternative(other) for other in plan.alternatives],
        "notes": list(plan.notes),
    }
    yield json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _alternative(other: Alternative) -> dict[str, Any]:
    differences = [
        {
            "points_difference": _said(gain.points),
            "months_difference": _said(gain.months),
            "months_at_least": gain.at_least,
        }
        for gain in other.gains
    ]
    rows = [fall | difference for fall, difference in zip(_rows(other.falls), differences, strict=True)]
    return {"name": other.name, "programme": asdict(other.programme), "falls": rows}


def _rows(falls: Sequence[FallFound]) -> list[dict[str, Any]]:
    return [{name: _said(value) for name, value in asdict(fall).items()} for fall in falls]


def _said(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
