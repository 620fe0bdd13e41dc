"""Links on paper: for whom, what stands on them, and what is noted of it."""

import re

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.company.people import Person
from survey.queries import audit
from survey.queries.waves import WaveFacts
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.linking.epoch_key import destroy_key
from survey.web.slips.square import square
from tests.survey.company import add_account
from tests.survey.services.programmes import Running, start
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor

PAGE = "/manage/slips"
SHEETS = "/manage/slips/sheets"
LINK = re.compile(r">http://127\.0\.0\.1:8000/pulse/([\w-]{43})<")


@pytest.fixture
def running(stores: Stores) -> Running:
    """Persons 1 to 6 have no address, mail to person 7 came back; 2 speaks French, 3 Spanish."""
    running = start(stores)
    with stores.company.write() as session:
        for number in range(1, 7):
            session.get_one(Person, number).mail = None
        session.get_one(Person, 7).mail_fault = "550 no such user"
        session.get_one(Person, 4).name = "<b>Ada</b>"
    return running


@pytest.fixture
def app(settings: Settings, stores: Stores, running: Running, clock: Clock) -> Flask:
    clock.now = running.now
    return create_app(settings.model_copy(update={"secret_key": SECRET}), stores, now=clock)


@pytest.fixture
def office(app: Flask, stores: Stores) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "amira.osei@meridian.example", "hr"))
    return visitor


@pytest.fixture
def wave(running: Running, office: Visitor, clock: Clock) -> WaveFacts:
    """An open one, on whose morning somebody is signed in anew."""
    opened = running.open_next()
    clock.now = running.now
    office.become(1, "of the next morning")
    return opened


def shown(office: Visitor, **fields: str) -> str:
    return office.send(SHEETS, seen_on=PAGE, **fields).text


def slips(page: str) -> list[str]:
    return page.split("<article")[1:]


def test_without_an_open_wave_there_is_nothing_to_print(office: Visitor) -> None:
    page = office.get(PAGE).text

    assert "No wave is open, so there is nothing to print." in page
    assert "Wave 1 opens on Monday 5\xa0January." in page
    assert "As of today 7 people would need a slip." in page
    assert "to print</button>" not in page


@pytest.mark.usefixtures("wave")
def test_who_gets_no_mail_is_listed_with_the_reason(office: Visitor) -> None:
    page = office.get(PAGE).text

    assert "7 people in wave 1 get no mail." in page
    assert "until Friday 16\xa0January." in page
    assert page.count("no mail address</td>") == 6
    assert "mail came back: 550 no such user" in page


@pytest.mark.usefixtures("wave")
def test_where_mail_reaches_everybody_there_is_nothing_to_print(office: Visitor, stores: Stores) -> None:
    with stores.company.write() as session:
        for person in session.query(Person).filter(Person.id <= 7):
            person.mail, person.mail_fault = f"p{person.id}@meridian.example", ""

    assert "Mail reaches everybody who is asked in wave 1." in office.get(PAGE).text
    assert office.send(SHEETS, seen_on="/manage/people").status_code == 409


def test_each_slip_opens_the_pulse_of_its_person(office: Visitor, running: Running, wave: WaveFacts) -> None:
    tokens = running.tokens(wave)
    found = slips(shown(office))

    assert len(found) == 7
    for slip in found:
        token = LINK.search(slip)
        number = re.search(r"· P0*(\d+)<", slip)
        assert token
        assert number
        assert token[1] == tokens[int(number[1])]
        assert str(square(f"http://127.0.0.1:8000/pulse/{token[1]}")) in slip


@pytest.mark.usefixtures("wave")
def test_a_slip_speaks_the_language_of_its_person(office: Visitor) -> None:
    found = {re.search(r"<h2>(.*?)</h2>", slip)[1]: slip for slip in slips(shown(office))}

    assert 'lang="fr"' in found["Person 2"]
    assert "vendredi 16 janvier" in found["Person 2"].replace("\N{NO-BREAK SPACE}", " ")
    assert 'lang="es"' in found["Person 3"]
    assert "Division 1 / Team 1.1" in found["Person 3"]


@pytest.mark.usefixtures("wave")
def test_a_name_on_a_slip_is_no_html(office: Visitor) -> None:
    page = shown(office)

    assert "<b>Ada" not in page
    assert "&lt;b&gt;Ada" in page


@pytest.mark.usefixtures("wave")
@pytest.mark.parametrize(("layout", "n_sheets"), [("several", 2), ("one", 7)])
def test_slips_stand_four_on_a_sheet_or_alone(office: Visitor, layout: str, n_sheets: int) -> None:
    assert shown(office, layout=layout).count('<div class="paper') == n_sheets


@pytest.mark.usefixtures("wave")
def test_each_print_is_noted_and_said_the_next_time(office: Visitor, stores: Stores) -> None:
    assert "Printed before" not in office.get(PAGE).text
    shown(office)
    with stores.company.read() as session:
        entry = audit.last_entry(session)

    assert entry
    assert (entry.action, entry.account_id, entry.details) == ("slips printed", 1, {"wave": 1, "slips": 7})
    assert "Printed before, on 5 January 2026, 09:00." in office.get(PAGE).text


@pytest.mark.usefixtures("wave")
def test_slips_are_kept_by_no_browser_and_have_no_address(office: Visitor) -> None:
    sent = office.send(SHEETS, seen_on=PAGE)

    assert sent.headers["Cache-Control"] == "no-store"
    assert office.get(SHEETS).status_code == 405


def test_who_has_answered_is_on_no_slip(office: Visitor, running: Running, wave: WaveFacts) -> None:
    before = shown(office)
    assert Desk(running.stores, running.clock).send(running.tokens(wave)[1], Sent({"L1": 2}, ""))

    assert slips(shown(office)) == slips(before)


def test_without_the_key_of_the_epoch_nothing_is_printed(office: Visitor, stores: Stores, wave: WaveFacts) -> None:
    destroy_key(stores, wave.epoch)
    sent = office.send(SHEETS, seen_on=PAGE)

    assert sent.status_code == 409
    assert "Nothing was printed: the vault has no key for epoch 1" in sent.text
