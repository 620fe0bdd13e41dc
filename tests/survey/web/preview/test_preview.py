"""HR sees every page and mail before anybody gets one, and nothing of it is stored."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.answers import Comment, Response
from survey.models.company.work import OutboxMail
from survey.queries import people, work
from survey.services.letters import Letters
from survey.services.linking.epoch_key import key_of
from survey.translations import LANGUAGES
from tests.survey.company import add_account
from tests.survey.services.programmes import start
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor

BASE = "/manage/preview"
PAGES = ("", "/answered", "/saved", "/withdrawn", "/closed", "/reminders", "/reminders/stopped")


@pytest.fixture
def app(settings: Settings, stores: Stores, clock: Clock) -> Flask:
    clock.now = start(stores).now
    return create_app(settings.model_copy(update={"secret_key": SECRET}), stores, now=clock)


@pytest.fixture
def office(app: Flask, stores: Stores) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "amira.osei@meridian.example", "hr"))
    return visitor


def lead_of(visitor: Visitor, path: str) -> str:
    return re.sub(r"\s+", " ", visitor.get(path).text)


def n_stored(stores: Stores) -> int:
    with stores.answers.read() as session:
        return len([*session.scalars(select(Response.id)), *session.scalars(select(Comment.id))])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_in_every_language_and_marked(office: Visitor, language: str) -> None:
    for page in PAGES:
        shown = office.get(f"{BASE}/{language}{page}")

        assert shown.status_code == 200, page
        assert f'<html lang="{language}"' in shown.text
        assert "<b>Preview: no" in shown.text


def test_the_pulse_page_is_that_of_the_wave_that_comes(office: Visitor) -> None:
    page = lead_of(office, f"{BASE}/en")

    assert "January pulse" in page
    assert "until Friday 16 January" in page
    assert page.count('<fieldset class="question"') == 10
    assert "40 asked" in page


def test_a_form_that_is_sent_leads_to_the_saved_page_and_stores_nothing(office: Visitor, stores: Stores) -> None:
    sent = office.send(f"{BASE}/de", L1="4", O1="A customer rang.")

    assert (sent.status_code, sent.location) == (303, f"{BASE}/de/saved")
    assert "Preview: nothing was stored." in office.get(sent.location).text
    assert n_stored(stores) == 0


def test_what_cannot_be_used_is_told_as_it_would_be(office: Visitor) -> None:
    sent = office.send(f"{BASE}/en")

    assert sent.status_code == 422
    assert "No question has an answer and there is no comment, so there is nothing to send." in sent.text


def test_forms_of_a_preview_need_the_token_of_inside_forms(office: Visitor) -> None:
    assert office.client.post(f"{BASE}/de", data={"L1": "4"}).status_code == 400


@pytest.mark.parametrize(("page", "to"), [("/withdraw", "/withdrawn"), ("/reminders", "/reminders/stopped")])
def test_the_other_buttons_lead_on_within_the_preview(office: Visitor, page: str, to: str) -> None:
    sent = office.send(f"{BASE}/fr{page}", seen_on=f"{BASE}/fr/saved" if page == "/withdraw" else None)

    assert (sent.status_code, sent.location) == (303, f"{BASE}/fr{to}")


def test_the_language_can_be_changed_on_the_page(office: Visitor) -> None:
    assert '<html lang="es"' in office.get(f"{BASE}/de?lang=es").text


def test_a_language_without_texts_has_no_preview(office: Visitor) -> None:
    assert office.get(f"{BASE}/sv").status_code == 404


@pytest.mark.parametrize("kind", ["invitation", "reminder", "sign_in"])
def test_every_mail_is_shown_in_every_language(office: Visitor, kind: str) -> None:
    for language in LANGUAGES:
        path = f"{BASE}/{language}/mail/{kind}"
        page, letter = office.get(path), office.get(f"{path}.html")

        assert f'src="{path}.html"' in page.text
        assert f'<html lang="{language}"' in letter.text
        assert "sandbox" in letter.headers["Content-Security-Policy"]
        assert "script-src" not in letter.headers["Content-Security-Policy"]


def test_before_there_are_people_or_a_plan_all_is_an_example(office: Visitor, stores: Stores) -> None:
    with stores.company.write() as session:
        for table in ("programme", "membership", "person"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- names of our own

    assert "No wave is planned" in office.get(BASE).text
    assert office.get(f"{BASE}/de").status_code == 200


def test_a_preview_draws_with_no_key(office: Visitor, stores: Stores) -> None:
    office.get(f"{BASE}/de")

    with pytest.raises(Exception, match="no key for epoch 1"):
        key_of(stores, 1)


def test_a_trial_is_put_into_the_outbox_once_and_goes_to_whoever_asked(office: Visitor, stores: Stores) -> None:
    for _ in range(2):
        sent = office.send(f"{BASE}/trial", seen_on=BASE, language="de")
    with stores.company.write() as session:
        now = office.service.clock()
        (mail,) = work.claim_mails(session, now=now, lease_seconds=60, per_hour=10, limit=2)
    letters = Letters(stores, office.service.clock, b"s" * 32, "https://aloft.example", "aloft.example")
    letter = letters.render(mail)

    assert "A trial in Deutsch" in office.get(sent.location).text
    assert letter
    assert (letter.to, letter.subject) == (
        "amira.osei@meridian.example",
        "Probe: Kurzumfrage im Januar, offen bis Freitag, 16. Januar",
    )
    assert "https://aloft.example/manage/preview/de\n" in letter.text


def test_a_trial_in_no_language_of_ours_is_no_mail(office: Visitor, stores: Stores) -> None:
    assert office.send(f"{BASE}/trial", seen_on=BASE, language="xx").status_code == 303

    with stores.company.read() as session:
        assert session.scalars(select(OutboxMail)).all() == []


def test_where_no_mail_can_leave_the_page_says_so(office: Visitor) -> None:
    assert "The settings name no way for mails to leave" in office.get(BASE).text


def test_a_name_of_the_company_is_no_html(office: Visitor, stores: Stores) -> None:
    with stores.company.write() as session:
        assert people.company(session)
        session.connection().exec_driver_sql("UPDATE company SET name = '<i>Meridian'")

    assert all("<i>Meridian" not in office.get(f"{BASE}/de{page}").text for page in (*PAGES, "/mail/invitation.html"))
