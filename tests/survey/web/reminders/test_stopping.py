"""The link behind "stop reminders"."""

import pytest
from werkzeug.test import Client

from survey.db import Stores
from survey.models.company.people import Person
from survey.services.stop_reminders import stop_token
from survey.translations import LANGUAGES
from survey.web.numbers import LARGEST
from tests.survey.company import add_person
from tests.survey.statements import heard
from tests.survey.web.pulse.reading import Seen
from tests.survey.web.visitor import Visitor

WORDS = {"en": "Stop reminders?", "de": "Erinnerungen abstellen?", "fr": "Arrêter les rappels", "es": "¿Detener los"}


@pytest.fixture
def client(visitor: Visitor) -> Client:
    return visitor.client


@pytest.fixture
def mara(visitor: Visitor, stores: Stores) -> str:
    """Her link."""
    person = add_person(stores, "mara@meridian.example")
    return f"/reminders/{person}/{stop_token(visitor.service.secret, person)}"


def wants_reminders(stores: Stores) -> bool:
    with stores.company.read() as session:
        return session.query(Person.wants_reminders).scalar() is True


def test_a_visit_shows_a_button_and_changes_nothing(client: Client, mara: str, stores: Stores) -> None:
    answers = [client.get(mara), client.head(mara), client.get(mara)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert '<form method="post"><button' in answers[2].text
    assert "The invitation to each pulse still comes" in answers[2].text
    assert wants_reminders(stores)


def test_a_press_of_the_button_stops_them_however_often(client: Client, mara: str, stores: Stores) -> None:
    answers = [client.post(mara), client.post(mara)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert "No more reminders" in answers[1].text
    assert "Questions go to hr@meridian.example." in answers[1].text
    assert not wants_reminders(stores)


def test_a_mail_program_does_it_with_one_click_and_no_cookie(client: Client, mara: str, stores: Stores) -> None:
    answer = client.post(mara, data={"List-Unsubscribe": "One-Click"}, headers={"Origin": "https://mail.example"})

    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
    assert not wants_reminders(stores)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wrong_link_changes_nothing_whatever_is_wrong_with_it(
    client: Client, mara: str, stores: Stores, method: str
) -> None:
    others = [mara[:-1], mara.replace("/1/", "/2/"), mara.replace("/1/", f"/{LARGEST}/"), "/reminders/1/ü"]
    with heard(stores) as said:
        answers = [client.open(path, method=method) for path in others]

    assert {answer.status_code for answer in answers} == {404}
    assert len({(answer.data, str(answer.headers)) for answer in answers}) == 1
    assert "Nothing has been changed." in answers[0].text
    assert {line.split()[-1] for line in said} == {"SELECT"}
    assert wants_reminders(stores)


def test_a_link_without_a_number_is_no_page(client: Client) -> None:
    assert client.get("/reminders/x/y").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_as_the_browser_or_the_link_wishes(client: Client, mara: str, language: str) -> None:
    by_browser = client.get(mara, headers={"Accept-Language": f"{language}-XX,{language};q=0.9,en;q=0.1"})
    by_link = client.get(f"{mara}?lang={language}", headers={"Accept-Language": "it"})

    for answer in (by_browser, by_link):
        assert f'<html lang="{language}"' in answer.text
        assert WORDS[language] in Seen(answer.text).text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_language_nobody_wrote_is_not_spoken(client: Client, mara: str) -> None:
    assert '<html lang="en"' in client.get(f"{mara}?lang=xx").text
