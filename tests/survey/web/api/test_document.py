"""The description is true: what it says is there, and what is there is as it says."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import one_of
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from survey.web.api.operations import OPERATIONS
from survey.web.guard import need_of
from tests.survey.web.api.program import Program

FEW, MANY = 15, 7_200
UNKNOWABLE = [positive_data_acceptance]
"""That a unit is there, or that a day comes after another, no schema can say."""
NAMES = [one.name for one in OPERATIONS]


def test_it_is_there_for_everybody(app: Flask) -> None:
    answer = Program(app, "").get("/openapi.json")

    assert (answer.status_code, answer.json["openapi"]) == (200, "3.1.0")


def test_every_operation_is_a_route_with_its_guard(app: Flask) -> None:
    for one in OPERATIONS:
        need = need_of(app, f"api.{one.name}")
        assert need is not None
        assert (need.action, need.scope) == (one.action, one.scope)
        assert one.summary


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_sent_is_answered_as_it_says(app: Flask, program: Program, name: str) -> None:
    send_many(app, program, name, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_hundred_thousand_requests_are_answered_as_it_says(app: Flask, program: Program, name: str) -> None:
    send_many(app, program, name, MANY)


def send_many(app: Flask, program: Program, name: str, n: int) -> None:
    """Requests that the description allows, and requests that it forbids."""
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operation = described.find_operation_by_id(name)
    cases = one_of(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)

    @settings(max_examples=n, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases)
    def send(case: Case) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {program.token}"}, excluded_checks=UNKNOWABLE)

    send()


def test_what_is_sent_to_other_programs_is_described_beside_the_paths(app: Flask) -> None:
    described = Program(app, "").get("/openapi.json").json
    bodies = {
        name: one["post"]["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
        for name, one in described["webhooks"].items()
    }
    refs = [ref["$ref"].rpartition("/")[2] for of in bodies.values() for ref in of]

    assert set(bodies) == {"alert", "wave"}
    assert sorted(refs) == ["AlertHook", "AlertTest", "WaveHook", "WaveTest"]
    assert set(refs) <= set(described["components"]["schemas"])
