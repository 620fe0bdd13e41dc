"""The mail of an alert says where, what, how much, how sure and since when; the subject in sixty characters."""

import re
from datetime import date
from typing import Any

import pytest

from survey.mail.message import compose
from survey.mail.writing.alerted import Other, People, Record, Since, Size
from survey.translations import LANGUAGES
from tests.survey.mail.alerts import BASE, alerted, letter, plain
from tests.survey.mail.factories import SENDER
from tests.survey.mail.fakes import NOON

LONG = "Abteilung für Kundenzufriedenheit, Rückgewinnung und besondere Angelegenheiten in Nordeuropa"
RECOVERED = {"kind": "recovery", "about": Other("Delivery", date(2026, 7, 7)), "size": None}
VARIANTS: list[dict[str, Any]] = [
    {},
    {"shape": "step"},
    {"size": None},
    {"size": None, "level": None},
    {"kind": "deepening", "about": Other("Delivery", date(2026, 7, 7))},
    {**RECOVERED, "since": None},
    RECOVERED,
    {"sent_on": date(2026, 11, 9)},
    {"split": None, "moved": None, "people": People(None, None, None), "is_withdrawn": True},
    {"unit": LONG, "within": "Customer Support"},
    {"since": Since(date(2024, 12, 2), date(2024, 8, 2), date(2025, 4, 2)), "principle": "customer_truth"},
    {"people": People(40, 50, 94), "principle": "learning", "grade": "very strong"},
]


@pytest.mark.parametrize("changed", VARIANTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subject_has_sixty_characters_at_most_and_everything_is_said(language: str, changed: dict[str, Any]) -> None:
    found = letter(language=language, **changed)
    message = compose(found, SENDER, at=NOON)

    assert len(found.subject) <= 60
    assert message["Subject"] == found.subject
    assert not re.search(r"%\(|\bNone\b|\x02|\x03|  ", f"{found.subject}\n{found.text}")
    assert not re.search(r"%\(|\bNone\b|\x02|\x03", found.html)


def test_the_subject_says_where_what_how_much_how_sure_and_since_when() -> None:
    assert letter().subject == "Delivery: equal say down 9 points (6 to 12) since about Feb"
    assert letter(unit="Sales").subject == "Sales: equal say down 9 points (6 to 12) since about Feb"
    assert letter(unit="Ad", size=Size(1, 0.5, 3)).subject == "Ad: equal say down 1 point (1 to 3) since about February"


@pytest.mark.parametrize(
    ("changed", "subject"),
    [
        ({"shape": "step", "unit": "Ingest", "size": None}, "Ingest: equal say down in about February"),
        ({"kind": "deepening"}, "Delivery: equal say down further, 9 points (6 to 12)"),
        (RECOVERED, "Delivery: equal say is back up"),
        ({"sent_on": date(2026, 11, 9)}, "Again: Delivery: equal say down 9 (6 to 12) since about Feb"),
        ({"since": Since(*[date(2025, 9, 2)] * 3)}, "Delivery: equal say down 9 points (6 to 12) since Sep 2025"),
    ],
)
def test_other_mails_have_subjects_of_their_own(changed: dict[str, Any], subject: str) -> None:
    assert letter(**changed).subject == subject


def test_a_long_name_is_cut_and_the_rest_stays() -> None:
    assert re.fullmatch(r"Abteilung.*…: equal say down 9 \(6 to 12\)", letter(unit=LONG).subject)


@pytest.mark.parametrize(
    "name", ["Evil\r\nBcc: all@meridian.example", "A\x00B\x85C\u2028D", "\x02Sales\x03", "<b>x</b> & y"]
)
def test_a_name_breaks_neither_header_nor_page(name: str) -> None:
    found = letter(unit=name, within=name)
    message = compose(found, SENDER, at=NOON)

    assert "Bcc" not in message.keys()  # noqa: SIM118 -- a message is no mapping
    assert "<b>x" not in re.sub(r'alt="[^"]*"|<title>.*</title>', "", found.html)
    assert not re.search(r"[\x00\x02\x03\x85\u2028]", found.subject + found.html + found.text)


def test_the_lead_says_it_in_full() -> None:
    text = plain(letter().text)

    assert (
        "In Delivery, “everyone has equal say on what it means to serve the customer” has been sliding since about "
        "February 2026 (January to April), by 9 points so far (6 to 12), from 66 to 57. It is a gentle descent, about "
        "1 point a month."
    ) in text


def test_a_crash_is_told_as_one() -> None:
    since = Since(*[date(2026, 9, 2)] * 3)
    text = plain(letter(shape="step", size=Size(16, 10, 22), level=Size(54, 48, 60), level_before=70, since=since).text)

    assert "fell in September 2026, by 16 points (10 to 22), from 70 to 54. It came at once, a crash" in text


def test_of_a_small_group_the_published_levels_are_told_and_no_size() -> None:
    text = plain(letter(size=None, unit="Ingest", within="Engineering").text)

    assert "In Ingest (Engineering)," in text
    assert (
        "fewer than 50 people answered there; the published level was about 66 before and is 57 now (54 to 60)." in text
    )
    assert " by " not in text.split("How sure")[0]


def test_levels_that_tell_of_another_size_are_left_out() -> None:
    assert "from 66 to" not in plain(letter(level=Size(50, 47, 53)).text).split("How sure")[0]


def test_each_row_says_what_is_known() -> None:
    text = plain(letter().text)

    for words in (
        "Past the line for an alert. The line is set so that, had nothing changed anywhere, it would be crossed",
        "Mostly minds: people who were already there account for −5.0 points (−7.5 to −2.5), new people for −2.5",
        "(−4.5 to −1.0); −1.5 is small or cannot be split.",
        "“People here who go past their manager are treated well”: −14 points (−20 to −8).",
        "Why. It began while Delivery grew from 46 to 94 people; that is not proof that growth caused it.",
        "28 of its 94 people did not answer.",
        "This is alert 2 in 18 months; the one before was about Ingest, on 19 October 2026. The 10 years hold for all",
        f"Acknowledge this alert\n{BASE}/alerts/2",
        f"Open the one-page brief\n{BASE}/brief",
    ):
        assert words in text


def test_three_things_to_look_at_are_named_for_each_principle() -> None:
    for principle in ("learning", "customer_truth", "equal_say"):
        rows = letter(principle=principle).text.split("Look at next\n")[1].split("\n\n")[0]

        assert len(rows.splitlines()) == 3
        assert "Delivery" in rows


def test_few_people_are_not_counted() -> None:
    text = letter(people=People(14, 19, 60)).text

    assert "How those who did not answer would have answered." in text
    assert "19" not in text.split("What we do not know")[1].split("Look at next")[0]


def test_a_mix_is_called_one() -> None:
    split = alerted().split
    assert split
    mixed = {"within": Size(-1, -3, 1), "joiners": Size(-5, -7, -3), "leavers": Size(-3, -5, -1)}

    text = letter(split=type(split)(-9.0, mixed)).text

    assert "Mostly the mix of people:" in text


def test_where_most_of_it_cannot_be_split_nothing_is_blamed() -> None:
    split = alerted().split
    assert split
    hidden = {"within": Size(0.5, -5, 6), "joiners": Size(0, -3, 3), "leavers": Size(-2, -4.5, 0.5)}
    text = letter(split=type(split)(-15.0, hidden)).text

    assert "Mostly not known: −13.5 of −15.0 points cannot be split" in text
    assert "Mostly the mix" not in text


def test_a_crash_of_this_very_wave_has_had_no_time_to_recover() -> None:
    text = letter(shape="step", since=Since(*[date(2026, 11, 2)] * 3)).text

    assert "a crash landing." in text
    assert "recovered" not in text


def test_the_first_alert_says_that_it_is() -> None:
    assert "This is the first alert in 1 month." in letter(record=Record(1, 1, None, 0.1)).text


def test_the_second_mail_says_why_it_comes_and_that_none_follows() -> None:
    text = plain(letter(sent_on=date(2026, 11, 9)).text)

    assert text.startswith("This alert went out on 9 November 2026, and nobody has acknowledged it.")
    assert "There is no further mail about this" in text


def test_a_withdrawn_one_says_so() -> None:
    assert "A correction has removed answers since" in letter(is_withdrawn=True).text
