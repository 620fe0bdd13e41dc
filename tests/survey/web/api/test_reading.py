"""What programs read is what the pages show."""

import json

from flask import Flask

from tests.survey.services.alerting.waves import Months
from tests.survey.web.api.program import Program
from tests.survey.web.visitor import Visitor


def test_the_programme_says_how_it_stands(program: Program) -> None:
    told = program.get("/programme").json

    assert (told["state"], told["smallest_group"]) == ("running", 5)
    assert told["next_wave"]["number"] == 5


def test_waves_say_how_many_answered_once_they_are_closed(program: Program) -> None:
    told = program.get("/waves").json["waves"]

    assert [one["number"] for one in told] == [1, 2, 3, 4]
    assert told[-1]["answered"] == 140
    assert told[-1]["is_published"]
    assert program.get("/waves/4").json == told[-1]


def test_a_release_is_the_same_as_the_export_of_its_page(app: Flask, program: Program) -> None:
    visitor = Visitor.of(app)
    visitor.become(2)

    told, shown = program.get("/waves/4/release").json, json.loads(visitor.get("/manage/waves/4/release.json").text)

    assert told.pop("certificate")["mark"] == shown.pop("certificate")["mark"]
    assert told == shown


def test_participation_gives_small_counts_as_a_range(program: Program) -> None:
    told = program.get("/waves/4/participation").json
    sales, delivery = told["divisions"]

    assert (told["asked"], sales["unit"], sales["answered_from"]) == (200, "Meridian/Sales", 60)
    assert (delivery["answered_from"], delivery["answered_to"]) == (66, 66)


def test_an_alert_says_where_what_and_since_when(program: Program, months: Months) -> None:
    told = program.get("/alerts/1").json

    assert (told["unit"], told["principle"], told["wave"]) == ("Meridian/Delivery", "equal_say", 4)
    assert told["change"]["points"] == 9
    assert told["url"].endswith("/alerts/1")
    assert told["raised_at"] == months.now.isoformat().replace("+00:00", "Z")


def test_alerts_are_chosen_by_their_state(program: Program) -> None:
    assert len(program.get("/alerts?state=open").json["alerts"]) == 1
    assert program.get("/alerts?state=recovered").json == {"alerts": []}


def test_what_is_not_there_is_said(program: Program) -> None:
    for path in ("/waves/99", "/waves/99/release", "/waves/99/reply", "/waves/1/reply", "/alerts/9", "/nothing"):
        answer = program.get(path)
        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json"), path


def test_a_way_that_is_not_there_names_those_that_are(program: Program) -> None:
    answer = program.ask("DELETE", "/waves")

    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, {"GET", "HEAD", "OPTIONS"})
