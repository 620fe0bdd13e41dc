"""What the page says when a link is opened."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from werkzeug.test import Client

from survey.services.answering.pulse import Group, Reply, Sent
from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.pulses import COMMENT, COUNT, HOURS, ITEMS, LINK, WORDS
from tests.survey.web.pulse.reading import Seen
from tests.survey.web.pulse.stage import PAGE

Text = Callable[..., str]
HTML = '<b onclick="x">&amp;</b>'


def test_every_question_stands_there_with_its_five_answers_and_a_way_out(text: Text) -> None:
    seen = Seen(text())
    rated = [item for item in ITEMS if item is not COMMENT]

    assert list(seen.choices) == [item.code for item in rated]
    assert set(map(tuple, seen.choices.values())) == {("1", "2", "3", "4", "5", "none")}
    for number, item in enumerate(rated, 1):
        words = " ".join((*WORDS["en"].answers, WORDS["en"].cannot_say))
        assert f"Question {number} of 10 {item.text['en']} {words}" in seen.text


def test_a_number_of_times_and_of_hours_is_asked_as_such(text: Text) -> None:
    seen = Seen(text(items=(COUNT, HOURS, COMMENT)))

    assert seen.choices == {"M6": ["0", "1", "2", "3", "4", "none"]}
    assert "None One Two Three Four or more Cannot say" in seen.text
    assert seen.fields == {"H1": "", "O1": ""}


def test_nothing_is_chosen_or_written_beforehand(text: Text) -> None:
    assert Seen(text()).fields == {"O1": ""}


def test_who_sees_what_stands_above_the_questions(text: Text) -> None:
    seen = Seen(text(k=7, epoch_months=6))
    before = seen.text.partition("Question 1 of 10")[0]

    for promise in (
        "A code links your rounds for 6 months at most",
        "Scores are shown for groups of 7 or more",
        "You see the same company numbers as the chief executive, on 16 November.",
        "Voluntary; not answering has no consequence.",
        "until Friday 13 November",
        "Delivery 94 asked",
        "1 to 3 years here, Meridian 171 asked",
    ):
        assert promise in before
    assert "/method?lang=en#limits" in seen.links


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "You said In Delivery, helping a customer takes three approvals. We did Since 2 November"),
        ({"reply": Reply("A", "B", "")}, "You said A We did B The groups"),
        ({"reply": None}, "No reply was given to the last round."),
        ({"reply": None, "number": 1}, "This is the first round, so there is nothing to report yet."),
    ],
)
def test_what_became_of_the_last_round_is_said(text: Text, changes: dict[str, object], said: str) -> None:
    assert said in Seen(text(**changes)).text


def test_a_second_visit_says_that_a_new_answer_replaces_the_first_and_shows_nothing(
    one: FakeDoor, client: Client
) -> None:
    one.stored[LINK] = Sent({"L1": 4}, "Three approvals for one customer.")
    seen = Seen(client.get(PAGE).text)

    assert "You have answered. A new answer replaces it. What was sent is never shown again." in seen.text
    assert seen.fields == {"O1": ""}
    assert "approvals for one" not in seen.text


def test_the_text_of_others_is_shown_as_text(text: Text) -> None:
    page = text(
        company=HTML,
        division=HTML,
        groups=(Group(HTML, "unit", "", 9), Group(HTML, "level", "lead", 8)),
        reply=Reply(HTML, HTML, HTML),
        items=(replace(ITEMS[0], text={"en": HTML}), replace(COMMENT, hint={"en": HTML})),
    )

    assert HTML not in page
    assert page.count("&lt;b onclick=&#34;x&#34;&gt;&amp;amp;&lt;/b&gt;") == page.count("onclick") == 10


@pytest.mark.parametrize(
    ("query", "language", "said"),
    [
        ("", "en", "November pulse"),
        ("?lang=de", "de", "Kurzumfrage im November"),
        ("?lang=fr", "en", "November pulse"),
        ("?lang=../../etc", "en", "November pulse"),
        ("?lang=", "en", "November pulse"),
    ],
)
def test_the_page_speaks_the_language_that_was_asked_for_if_the_questions_do(
    text: Text, query: str, language: str, said: str
) -> None:
    page = text(query)

    assert f'<html lang="{language}" dir="ltr">' in page
    assert f"<h1>{said}</h1>" in page


def test_the_language_that_was_asked_for_stays_while_answering(client: Client) -> None:
    page = client.get(f"{PAGE}?lang=de").text
    sent = client.post(f"{PAGE}?lang=de", data={"L1": "4"})

    assert f'action="{PAGE}?lang=de"' in page
    assert sent.location == f"{PAGE}/saved?lang=de"
    assert f'action="{PAGE}/withdraw?lang=de"' in client.get(sent.location).text


def test_another_language_is_one_press_away_and_named_in_itself(text: Text) -> None:
    assert '<a href="?lang=de" lang="de" hreflang="de">Deutsch</a>' in text()
    assert '<a href="?lang=en" lang="en" hreflang="en">English</a>' in text("?lang=de")


def test_a_language_written_from_right_to_left_turns_the_page(text: Text) -> None:
    items = tuple(replace(item, text={"ar": "العملاء", "en": "Customers"}) for item in ITEMS)

    assert '<html lang="ar" dir="rtl">' in text("?lang=ar", items=items)
