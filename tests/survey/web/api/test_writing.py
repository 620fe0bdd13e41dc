"""What programs write: moments, replies, people; all of it or nothing."""

from typing import Any

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.audit import AuditEntry
from survey.queries import moments as kept
from survey.queries import staff
from tests.survey.web.api.program import Program

MOMENT = {"first_day": "2026-03-02", "kind": "leader", "words": "A new head of Delivery", "unit": "Delivery"}
REPLY = {"heard": "Too many gates.", "done": "Two are gone.", "not_done": ""}
CSV = "id,name,mail,unit,level\n7,Ada,ada@meridian.example,Meridian/Sales/North,front line\n"


def send(program: Program, method: str, path: str, body: Any) -> Any:
    return program.ask(method, path, json=body)


def load(program: Program, text: str, query: str = "?kind=delta") -> Any:
    return program.ask("POST", f"/people/imports{query}", data=text.encode(), content_type="text/csv")


def test_a_moment_is_put_on_the_timeline_corrected_and_withdrawn(program: Program) -> None:
    made = send(program, "POST", "/moments", MOMENT)
    path = f"/moments/{made.json['id']}"
    corrected = send(program, "PUT", path, MOMENT | {"until": "2026-03-04"})

    assert (made.status_code, made.json["unit"]) == (201, "Meridian/Delivery")
    assert corrected.json["until"] == "2026-03-04"
    assert program.ask("DELETE", path).status_code == 204
    assert program.get("/moments").json == {"moments": []}
    assert program.ask("DELETE", path).status_code == 404


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"unit": "No/Such"}, "/unit"),
        ({"until": "2026-03-01"}, "/until"),
        ({"first_day": "soon"}, "/first_day"),
        ({"words": " \0"}, "/words"),
        ({"kind": "party"}, "/kind"),
        ({"colour": "red"}, "/colour"),
    ],
)
def test_a_fault_is_said_at_its_place_and_nothing_is_kept(
    stores: Stores, program: Program, changed: dict[str, str], pointer: str
) -> None:
    answer = send(program, "POST", "/moments", MOMENT | changed)

    assert (answer.status_code, [one["pointer"] for one in answer.json["errors"]]) == (422, [pointer])
    with stores.company.read() as session:
        assert kept.kept_moments(session) == []


def test_what_is_no_json_is_refused(program: Program) -> None:
    broken = program.ask("POST", "/moments", data="{", content_type="application/json")
    form = program.ask("POST", "/moments", data=MOMENT)

    assert (broken.status_code, broken.json["detail"]) == (400, "the body is no JSON")
    assert form.status_code == 415


def test_a_reply_is_written_to_the_last_wave_alone(program: Program) -> None:
    assert send(program, "PUT", "/waves/4/reply", REPLY).json == REPLY
    assert program.get("/waves/4/reply").json == REPLY
    late = send(program, "PUT", "/waves/3/reply", REPLY)

    assert (late.status_code, late.json["detail"][:14]) == (409, "the wave after")


def test_people_are_imported_and_the_account_stands_in_the_log(stores: Stores, program: Program) -> None:
    looked, done = load(program, CSV, "?kind=delta&dry_run=true"), load(program, CSV)

    assert (looked.json["is_dry_run"], looked.json["joins"], done.json["joins"]) == (True, 1, 1)
    with stores.company.read() as session:
        assert "7" in {one.key for one in staff.everybody(session)}
        said = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()
        assert (said.action, said.account_id) == ("people imported", 2)


def test_a_row_that_cannot_be_used_stops_the_whole_file(stores: Stores, program: Program) -> None:
    answer = load(program, CSV + "8,Bob,not an address,Meridian/Sales,front line\n")

    assert answer.status_code == 422
    assert answer.json["errors"][0]["line"] == 3
    with stores.company.read() as session:
        assert "7" not in {one.key for one in staff.everybody(session)}


def test_that_many_leave_has_to_be_confirmed(program: Program) -> None:
    answer = load(program, CSV, "?kind=full")

    assert answer.status_code == 409
    assert "confirm_leavers" in answer.json["detail"]


def test_what_is_no_people_file_says_what_is_wanted(program: Program) -> None:
    answer = load(program, "a,b\n1,2\n")

    assert (answer.status_code, answer.json["detail"]) == (422, "this is no people file")
    assert answer.json["errors"]
