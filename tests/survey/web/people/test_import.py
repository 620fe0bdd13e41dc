"""A people file on its way through the pages: chosen, looked at, applied."""

from io import BytesIO

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.queries import staff
from tests.survey.company import add_account
from tests.survey.web.clock import Clock
from tests.survey.web.people.conftest import DRY_RUN, PAGE, SECRET, Office

HEAD = b"id,name,unit\n"
LEA = HEAD + b"X1,Lea Moreau,Meridian/Division 1/Team 1.1\n"
GONE = "No file is waiting"


def test_a_page_without_people_says_so(stores: Stores, office: Office) -> None:
    with stores.company.write() as session:
        session.connection().exec_driver_sql("UPDATE person SET left_on = '2026-01-01'")

    assert "Nobody is in the people file yet." in office.get(PAGE).text


def test_a_dry_run_says_what_would_happen_and_changes_nothing(office: Office) -> None:
    page = office.choose(LEA)

    assert "1 person joins; nothing has been changed yet." in page.text
    assert "Lea Moreau" in page.text
    assert office.n_people() == 40


def test_what_was_shown_is_applied(office: Office) -> None:
    done = office.press(office.choose(LEA), "apply")
    page = office.get(done.location).text

    assert office.n_people() == 41
    assert "41 people in 7 units." in page
    assert "Last import: 16 November 2026, 09:30; 1 joined." in page
    assert "The file is applied, and is no longer kept." in page
    assert office.get(DRY_RUN).location == f"{PAGE}?said=gone"


def test_a_company_that_has_changed_is_shown_anew(office: Office, stores: Stores) -> None:
    page = office.choose(LEA)
    with stores.company.write() as session:
        known = {"name": "Lea", "level": "lead", "language": "en", "time_zone": "UTC"}
        staff.add_people(session, [{"key": "X1", **known}])
    anew = office.press(page, "apply")

    assert anew.status_code == 409
    assert "Nothing was applied: the company, the file or the day has changed" in anew.text
    assert office.n_people() == 40
    assert office.press(anew, "apply").location == f"{PAGE}?said=applied"


def test_a_mark_from_elsewhere_applies_nothing(office: Office) -> None:
    page = office.choose(LEA)

    assert office.press(page, "apply", seen="0" * 32).status_code == 409
    assert office.n_people() == 40


def test_the_next_request_may_reach_another_process(office: Office, settings: Settings, clock: Clock) -> None:
    page = office.choose(LEA)
    other = create_app(
        settings.model_copy(update={"secret_key": SECRET}), office.service.stores, now=clock
    ).test_client()
    for name in ("aloft", "aloft_form"):
        cookie = office.client.get_cookie(name)
        assert cookie
        other.set_cookie(name, cookie.value)
    office.client = other

    assert office.press(page, "apply").location == f"{PAGE}?said=applied"
    assert office.n_people() == 41


def test_nobody_else_finds_the_file(office: Office, app: Flask, stores: Stores) -> None:
    office.choose(LEA)
    other = Office.of(app)
    other.become(add_account(stores, "ben@meridian.example", "hr"), "other")

    assert GONE in other.get(other.get(DRY_RUN).location).text
    assert "people.csv" in office.get(PAGE).text


def test_after_an_hour_the_file_is_gone(office: Office, clock: Clock) -> None:
    page = office.choose(LEA)
    clock.move(hours=1)

    assert office.press(page, "apply").location == f"{PAGE}?said=gone"
    assert office.n_people() == 40


def test_a_discarded_file_is_gone(office: Office) -> None:
    done = office.press(office.choose(LEA), "discard")

    assert "The file is discarded; nothing was changed." in office.get(done.location).text
    assert GONE in office.get(office.get(DRY_RUN).location).text


def test_half_the_company_leaves_only_when_the_box_is_ticked(office: Office) -> None:
    page = office.choose(LEA, kind="full")
    refused = office.press(page, "apply")

    assert "Half the company or more would leave." in page.text
    assert (refused.status_code, office.n_people()) == (422, 40)
    assert "Nothing was applied: so many leave that it has to be confirmed here." in refused.text
    assert office.press(refused, "apply", confirmed="yes").location == f"{PAGE}?said=applied"
    assert office.n_people() == 1


def test_columns_that_are_not_understood_are_asked_about_once(office: Office) -> None:
    odd = LEA.replace(b"id,name,unit", b"Kennung,Wer,Wo")
    asked = office.choose(odd)
    said = office.press(asked, "columns", id="Kennung", name="Wer", unit="Wo", mail="no such column")
    page = office.get(said.location)
    office.press(page, "apply")

    assert "Say which column holds what; nothing has been changed." in asked.text
    assert "1 person joins" in page.text
    assert "Nothing changes: the company is as the file says." in office.choose(odd).text


def test_a_wish_about_columns_without_a_file_leads_back(office: Office) -> None:
    page = office.get(PAGE)

    assert office.press(page, "columns", id="Kennung").location == f"{PAGE}?said=gone"


def test_no_file_is_told_beside_the_field(office: Office) -> None:
    sent = office.send(f"{PAGE}/file", seen_on=PAGE, kind="full")

    assert sent.status_code == 422
    assert "No file was chosen." in sent.text


def test_the_empty_file_has_the_columns_that_are_read(office: Office) -> None:
    empty = office.get(f"{PAGE}/template.csv")
    rows = empty.data + b"X1,Lea,lea@x.example,Meridian/Division 1,2020-01-31,,lead,SE,sv,Europe/Stockholm\n"

    assert empty.headers["Content-Disposition"] == "attachment; filename=people.csv"
    assert "1 person joins" in office.choose(rows).text


@pytest.mark.parametrize("path", [f"{PAGE}/dry-run", f"{PAGE}/dry-run.csv"])
def test_without_a_file_there_is_no_dry_run(office: Office, path: str) -> None:
    assert office.get(path).location == f"{PAGE}?said=gone"


def test_a_form_without_its_token_is_refused(office: Office) -> None:
    sent = office.client.post(f"{PAGE}/file", data={"file": (BytesIO(LEA), "people.csv")})

    assert sent.status_code == 400
    assert office.get(DRY_RUN).location == f"{PAGE}?said=gone"
