"""The description of the API, OpenAPI 3.1, made from the operations and their shapes."""

from collections.abc import Iterator
from functools import lru_cache
from http import HTTPStatus
from typing import Any, Literal

from pydantic.json_schema import models_json_schema

from survey.web.api.operation import BASE, FILES, Operation
from survey.web.api.operations import OPERATIONS
from survey.web.api.problems import MEDIA_TYPE, TITLES
from survey.web.api.shapes.problem import Problem
from survey.web.api.shapes.shape import Shape
from survey.web.api.webhooks import REF, WEBHOOKS, described
from survey.web.numbers import LARGEST

NUMBER = "<int:number>"
ALWAYS = (401, 403, 422, 429)
SENT = (400, 413, 415)
ABOUT = (
    "What other programs can do. Every request carries a token (`aloft token create`), which acts for an account "
    "within its scopes. What is read is what is published: no operation reaches an answer. What could not be done "
    "changed nothing, and says why as a problem (RFC 9457)."
)
Mode = Literal["validation", "serialization"]


@lru_cache(maxsize=1)
def document(base_url: str) -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(described_path(one), {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Aloft", "version": "1", "description": ABOUT},
        "servers": [{"url": base_url + BASE}],
        "security": [{"token": []}],
        "paths": paths,
        "webhooks": described(),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "As in aloft_…"}},
        },
    }


def described_path(one: Operation) -> str:
    return one.path.replace(NUMBER, "{number}")


def _operation(one: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "security": [{"token": [str(one.scope)]}],
        "parameters": [*_in_path(one), *_in_query(one)],
        "responses": {str(one.status): _answer(one)} | {str(status): _problem(status) for status in _statuses(one)},
    }
    if one.description:
        found["description"] = one.description
    if one.body is not None:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref(one.body)}}}
    if one.takes_file:
        found["requestBody"] = {"required": True, "content": {kind: {} for kind in FILES}}
    return found


def _statuses(one: Operation) -> list[int]:
    takes = one.body is not None or one.takes_file
    return sorted({*ALWAYS, *one.problems, *(SENT if takes else ())})


def _in_path(one: Operation) -> Iterator[dict[str, Any]]:
    if "{number}" in described_path(one):
        schema = {"type": "integer", "minimum": 0, "maximum": LARGEST}
        yield {"name": "number", "in": "path", "required": True, "schema": schema}


def _in_query(one: Operation) -> Iterator[dict[str, Any]]:
    if one.query is None:
        return
    schema = one.query.model_json_schema()
    for name, of in schema["properties"].items():
        told = {key: value for key, value in of.items() if key != "title"}
        yield {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": _without_null(told),
            **({"description": told.pop("description")} if "description" in told else {}),
        }


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A query has no null: what is not wanted is left out."""
    if "anyOf" not in schema:
        return schema
    found: dict[str, Any] = next(one for one in schema["anyOf"] if one != {"type": "null"})
    return found


def _answer(one: Operation) -> dict[str, Any]:
    told = {"description": HTTPStatus(one.status).phrase}
    return told if one.answer is None else {**told, "content": {"application/json": {"schema": _ref(one.answer)}}}


def _problem(status: int) -> dict[str, Any]:
    return {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": _ref(Problem)}}}


def _ref(shape: type[Shape]) -> dict[str, str]:
    return {"$ref": REF.format(model=shape.__name__)}


def _schemas() -> dict[str, Any]:
    """A shape that is sent and read has one description: none has other fields one way than the other."""
    known = {shape for one in OPERATIONS for shape in (one.answer, one.body) if shape is not None}
    known |= {Problem, *(shape for one in WEBHOOKS for shape in one.bodies)}
    wanted: list[tuple[type[Shape], Mode]] = [
        (shape, "validation") for shape in sorted(known, key=lambda one: one.__name__)
    ]
    _, found = models_json_schema(wanted, ref_template=REF)
    schemas: dict[str, Any] = found["$defs"]
    return schemas
