"""What is stored of one person, and their erasure."""

import re

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.company.accounts import Account
from survey.queries import answers, audit, personal
from survey.queries.provider_links import add_link
from survey.queries.waves import WaveFacts
from survey.services.accounts import open_account
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.linking.epoch_key import destroy_key
from survey.services.rights import Held, Role
from tests.survey.company import NOW
from tests.survey.services.programmes import Running, start
from tests.survey.web.clock import Clock
from tests.survey.web.people.conftest import PAGE, SECRET, Office

TOKEN = re.compile(r'name="csrf_token"[^>]*>')
"""Random: it may read like anything."""

KEY = "P0003"
NAME = "Person 3"


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores)


@pytest.fixture
def wave(running: Running) -> WaveFacts:
    return running.open_next()


@pytest.fixture
def app(settings: Settings, running: Running, wave: WaveFacts, clock: Clock) -> Flask:
    assert wave.number == 1
    clock.now = running.now
    return create_app(settings.model_copy(update={"secret_key": SECRET}), running.stores, now=clock)


def ask(office: Office, path: str, key: str = KEY) -> str:
    return office.press(office.get(PAGE), path, key=key).text


def answer(running: Running, wave: WaveFacts) -> None:
    token = running.tokens(wave)[3]
    assert Desk(running.stores, running.clock).send(token, Sent({"L1": 2}, "A customer rang."))


def test_all_but_the_answers_is_shown(office: Office) -> None:
    page = ask(office, "stored")

    assert f"What is stored of {NAME}" in page
    for told in (KEY, "person.3@meridian.example", "Meridian / Division 1 / Team 1.1", "stored until the wave closes"):
        assert told in page


def test_who_somebody_is_at_the_provider_is_shown(office: Office, stores: Stores) -> None:
    with stores.company.write() as session:
        account = open_account(session, address="person.3@meridian.example", held=Held(Role.CEO), now=NOW)
        add_link(session, account, issuer="https://id.meridian.example", subject="<person-3>")
    page = ask(office, "stored")

    assert "Signs in through https://id.meridian.example as" in page
    assert "&lt;person-3&gt;" in page


def test_whether_a_person_has_answered_makes_no_difference(office: Office, running: Running, wave: WaveFacts) -> None:
    before = ask(office, "stored")
    answer(running, wave)
    after = ask(office, "stored")

    assert "L1" not in TOKEN.sub("", after)
    assert "A customer rang." not in after
    assert before.partition("<main")[2].partition("csrf")[0] == after.partition("<main")[2].partition("csrf")[0]


def test_a_look_is_noted_with_whose_it_was(office: Office, stores: Stores) -> None:
    ask(office, "stored")

    with stores.company.read() as session:
        entry = audit.last_entry(session)
    assert entry
    assert (entry.action, entry.account_id, entry.details) == ("stored data of a person shown", 1, {"person": 3})


def test_a_look_is_no_link(office: Office) -> None:
    assert office.get(f"{PAGE}/stored?key={KEY}").status_code == 405


@pytest.mark.parametrize("path", ["stored", "erase", "erased"])
@pytest.mark.parametrize("key", ["P9999", "", "<b>\x00", "p0003"])
def test_an_unknown_id_is_told_beside_the_field(office: Office, path: str, key: str) -> None:
    page = office.press(office.get(PAGE), path, key=key)

    assert page.status_code == 422
    assert "No person has this id." in page.text
    assert "<b>" not in page.text.partition("<main")[2]


def test_erasing_asks_once_more(office: Office, stores: Stores) -> None:
    page = ask(office, "erase")

    assert f"Erase {NAME}?" in page
    assert "This is you." not in page
    with stores.company.read() as session:
        assert personal.person_id(session, KEY) == 3


def test_an_erased_person_is_gone_with_their_answers(office: Office, running: Running, wave: WaveFacts) -> None:
    answer(running, wave)
    done = office.press(office.get(PAGE), "erased", key=KEY)
    page = office.get(done.location).text

    assert "The person is erased, with their answers of the running epoch, and their account is closed." in page
    assert "39 people in 7 units." in page
    with running.stores.answers.read() as session:
        assert answers.count_responses(session, wave.id) == 0


def test_who_erases_themselves_is_signed_out(office: Office, stores: Stores) -> None:
    with stores.company.write() as session:
        session.get_one(Account, 1).person_id = 3
    asked = ask(office, "erase")
    done = office.press(office.get(PAGE), "erased", key=KEY)

    assert "This is you." in asked
    assert office.get(done.location).location == "/sign-in"


def test_without_the_key_of_the_epoch_nothing_is_erased(office: Office, stores: Stores, wave: WaveFacts) -> None:
    destroy_key(stores, wave.epoch)
    page = office.press(office.get(PAGE), "erased", key=KEY)

    assert page.status_code == 409
    assert "Nothing was erased: the vault has no key for epoch 1" in page.text
