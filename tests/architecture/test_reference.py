"""What files may hold and what reports hold stands in the reference, key by key."""

import dataclasses
import json
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from dashboards.source import Report
from survey.importing.survey_map import SurveyMap
from survey.questionnaires.shape import QuestionnaireFile


def keys_of_map(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and not isinstance(inner, types.GenericAlias) and issubclass(inner, BaseModel):
                yield from keys_of_map(inner)


def fields_of_report(kind: type) -> Iterator[str]:
    for name, hint in get_type_hints(kind).items():
        yield name
        for inner in (hint, *get_args(hint)):
            if dataclasses.is_dataclass(inner) and isinstance(inner, type):
                yield from fields_of_report(inner)


def keys_of_schema(schema: Any) -> Iterator[str]:
    for name, inner in schema.items() if isinstance(schema, dict) else ():
        yield from inner if name == "properties" else ()
        yield from keys_of_schema(inner)


def words_in_code(page: Path) -> set[str]:
    return {word for code in re.findall(r"`([^`\n]+)`", page.read_text("utf-8")) for word in re.findall(r"\w+", code)}


def test_every_key_of_a_map_is_documented(root: Path) -> None:
    keys = set(keys_of_map(SurveyMap))

    assert {"columns", "per_year", "parent"} <= keys
    assert not keys - words_in_code(root / "docs/reference/input.md")


def test_every_key_of_a_questionnaire_is_documented(root: Path) -> None:
    keys = set(keys_of_map(QuestionnaireFile))

    assert {"extends", "cannot_say", "falling"} <= keys
    assert not keys - words_in_code(root / "docs/reference/questionnaire.md")


def test_every_field_of_a_report_is_documented(root: Path) -> None:
    fields = set(fields_of_report(Report))

    assert {"alarms", "onset_low"} <= fields
    assert not fields - words_in_code(root / "docs/reference/report.md")


def test_every_field_of_a_plan_is_documented(root: Path) -> None:
    fields = set(keys_of_schema(json.loads((root / "docs/reference/plan.schema.json").read_text("utf-8"))))

    assert {"after_years", "epoch_months", "points_difference"} <= fields
    assert not fields - words_in_code(root / "docs/reference/plan.md")
