"""The public page about the method: all of it, before the first question."""

import pytest
from werkzeug.test import Client

from survey.config import Settings
from survey.db import Stores
from survey.questionnaires.reading import ours
from survey.scheduling.plan import Plan
from tests.survey.releases import publish_rows
from tests.survey.services.programmes import STARTS
from tests.survey.web.programme.scenes import between_waves
from tests.survey.web.pulse.answering import answering_in
from tests.survey.web.pulse.reading import Seen
from tests.survey.web.visitor import Visitor

PARTS = (
    "Who sees what Everyone asked the company’s numbers as the chief executive sees them",
    "Number for the three principles the company, every division and every unit below each question;",
    "each question; those drawn by lot over three rounds company and divisions",
    "the three principles by level: front line, people who lead a team, executives company and divisions",
    "the three principles by time here: under 1, 1 to 3, 3 to 10, over 10 years company and divisions",
    "the three principles for those who answered two rounds in a row, and those who did not company and divisions",
    "What limits remain While the code is valid, whoever runs the servers",
    "Answering is voluntary and silence has no consequence. Questions go to hr@meridian.example.",
)


def test_anybody_reads_all_of_it_before_the_first_programme(visitor: Visitor) -> None:
    answer = visitor.get("/method")
    text = Seen(answer.text).text

    assert answer.status_code == 200
    assert [part for part in PARTS if part not in text] == []
    assert "The smallest group, now 5, may be raised and is never lowered." in text
    assert "links a person’s rounds for 12 months at most" in text
    assert "at most once in 10 years on average" in text


@pytest.mark.parametrize("language", ours().languages)
def test_every_question_stands_there_with_how_often_it_is_asked(visitor: Visitor, language: str) -> None:
    text = Seen(visitor.get(f"/method?lang={language}").text).text
    words = ours().words[language]

    for item in ours().items:
        assert f"{item.text[language]} {item.code} · " in text
    assert f"{words.lead_in} {' · '.join(words.answers)}; {words.cannot_say}" in text
    assert text.count(" · umgekehrt gezählt") == (0 if language != "de" else sum(i.is_reversed for i in ours().items))


def test_what_this_company_settled_is_what_stands_there(settings: Settings, stores: Stores) -> None:
    plan = Plan(rule="monthly", starts_on=STARTS, k=8, epoch_months=6)
    text = Seen(answering_in(settings, stores, plan=plan).client.get("/method").text).text

    assert "The smallest group, now 8," in text
    assert "Scores need 8 people who answered" in text
    assert "may single out fewer than 8 people" in text
    assert "links a person’s rounds for 6 months at most" in text


@pytest.mark.parametrize(("query", "language"), [("", "en"), ("?lang=fr", "fr"), ("?lang=ar", "en"), ("?lang=x", "en")])
def test_the_language_is_the_one_asked_for_or_the_company_s(visitor: Visitor, query: str, language: str) -> None:
    assert f'<html lang="{language}"' in visitor.get(f"/method{query}").text


def test_the_page_leads_to_every_part_of_it(client: Client) -> None:
    page = client.get("/method").text

    for part in ("questions", "method", "stored", "readers", "groups", "certificate", "limits"):
        assert page.count(f'<h2 id="{part}">') == 1


def test_before_the_first_close_the_page_says_that_nothing_was_published(visitor: Visitor) -> None:
    assert "Nothing has been published yet." in visitor.get("/method").text


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        ("proved", "Proved: no combination of the numbers of round 1 singles out fewer than 5 people."),
        ("nothing shown", "Of round 1 nothing is shown."),
        ("not proved", "The numbers of round 1 could not be proved safe together, so none of them is shown."),
    ],
)
def test_the_certificate_of_the_newest_release_stands_there(
    stores: Stores, visitor: Visitor, verdict: str, told: str
) -> None:
    between_waves(stores)
    first, last = publish_rows(stores, 1), publish_rows(stores, 1, verdict=verdict)
    text = Seen(visitor.get("/method").text).text

    assert told in text
    assert "cuts/1: Whoever adds and subtracts numbers that are shown" in text
    assert last.entry_hash.hex() in text
    assert first.entry_hash.hex() not in text
    assert "16 November 2026" in text
    assert "2 releases. Each mark covers" in text


def test_the_page_tells_how_a_published_number_is_made(visitor: Visitor) -> None:
    text = Seen(visitor.get("/method").text).text

    assert "the mean of all answers given there to its questions, by everybody who answered at least one" in text
    assert "shown every third round, three rounds taken together" in text
    assert "how far people lie apart is told of the company alone" in text
    assert "fewer than 5 steps of the answer scale from one of its ends, no number is shown, at most a bound" in text
    assert "corrected for" not in text
