"""What belongs to somebody else is reached by nobody who may do the same with what is theirs."""

import pytest
from sqlalchemy import func, select

from survey.config import Settings
from survey.db import Stores
from survey.models.answers import Response
from survey.models.company.waiting import WaitingFile
from survey.services.rights import Role
from survey.services.stop_reminders import stop_token
from survey.services.tokens import hash_of
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES, add_account
from tests.survey.web.crawling.world import World
from tests.survey.web.pulse.answering import answering_in


@pytest.mark.parametrize("unit", [SALES, NORTH, MERIDIAN, DELIVERY, 99])
def test_a_leader_reaches_no_unit_of_others(world: World, unit: int) -> None:
    is_theirs = unit in {SALES, NORTH}
    leader = world.visitor(Role.LEADER)
    for file in ("", "/unit.csv", "/unit.xlsx", "/unit.json"):
        assert leader.get(f"/dashboards/2/units/{unit}{file}").status_code == (200 if is_theirs else 404), file


def test_a_leader_of_a_team_does_not_see_the_division_above(world: World) -> None:
    add_account(world.stores, "north@meridian.example", Role.LEADER, unit=NORTH)
    north = world.visitor(None)
    north.sign_in("north@meridian.example")

    assert north.get(f"/dashboards/2/units/{NORTH}").status_code == 200
    assert north.get(f"/dashboards/2/units/{SALES}").status_code == 404


def test_a_file_that_waits_is_seen_by_whoever_chose_it_alone(world: World) -> None:
    add_account(world.stores, "other@meridian.example", Role.HR)
    other = world.visitor(None)
    other.sign_in("other@meridian.example")

    assert other.get("/manage/people/dry-run").location == "/manage/people?said=gone"
    assert other.get("/manage/people/dry-run.csv").location == "/manage/people?said=gone"
    for action in ("apply", "discard", "columns"):
        assert other.send(f"/manage/people/{action}", seen_on="/manage/people", seen="").status_code == 303
    with world.stores.company.read() as session:
        assert session.scalar(select(func.count()).select_from(WaitingFile)) == 1


def test_nobody_ends_the_session_of_somebody_else(world: World) -> None:
    hr, admin = world.visitor(Role.HR), world.visitor(Role.ADMIN)
    kept = hr.client.get_cookie("aloft")
    assert kept
    answer = admin.send("/account/sessions/end", seen_on="/account", number=hash_of(kept.decoded_value).hex())

    assert answer.status_code == 303
    assert hr.get("/account").status_code == 200


def test_the_link_of_one_person_changes_nothing_of_what_another_answered(settings: Settings, stores: Stores) -> None:
    answering = answering_in(settings, stores)
    mine, theirs = answering.page(1), answering.page(2)
    answering.client.post(theirs, data={"L1": "5"})
    answering.client.post(f"{mine}/withdraw")
    for path in (f"{mine}/../{answering.tokens[2][:-1]}", mine + answering.tokens[2], theirs[:-1], theirs.swapcase()):
        assert answering.client.post(path, data={"L1": "1"}).status_code == 404

    with answering.stores.answers.read() as session:
        assert [dict(row.answers) for row in session.scalars(select(Response))] == [{"L1": 5}]


def test_the_link_to_stop_reminders_is_good_for_one_person(world: World) -> None:
    client, secret = world.app.test_client(), world.app.extensions["aloft"].secret

    assert client.get(f"/reminders/1/{stop_token(secret, 1)}").status_code == 200
    assert client.get(f"/reminders/2/{stop_token(secret, 1)}").status_code == 404
    assert client.post(f"/reminders/2/{stop_token(secret, 1)}").status_code == 404


def test_a_wave_that_is_not_there_is_nobodys(world: World) -> None:
    hr = world.visitor(Role.HR)
    for path in ("/results/9", "/manage/waves/9", "/dashboards/9/comments", "/manage/waves/9/comments", "/alerts/9"):
        assert hr.get(path).status_code == 404, path


def test_a_token_sees_what_its_account_sees(world: World) -> None:
    program = world.program()

    assert program.get("/waves/1/release").status_code == 200
    assert program.get("/waves/9/release").status_code == 404
    assert program.get("/alerts/9").status_code == 404
    assert program.ask("DELETE", "/moments/9").status_code == 404
