"""The page: what stands on it for whom, and that it is whole without a script."""

import json
import re
from dataclasses import replace

import pytest
from markupsafe import escape

from dashboards.figures.tokens import DARK, LIGHT
from tests.dashboards.brief.host import app_of, shut
from tests.dashboards.brief.meridian import (
    CRASH,
    DELIVERY,
    EVENTS,
    INGEST,
    MERIDIAN,
    OWED,
    SLIDE,
    UNITS,
    WATCHED,
    Fake,
    board,
    sliding,
)

HOSTILE = "<b>Delivery</b> & </script>"


def page(source: Fake, language: str = "en", path: str = "/brief") -> str:
    return app_of(source, language).test_client().get(path).text


def words(text: str) -> str:
    """What a person reads."""
    shown = re.sub(r"<script.*?</script>|<[^>]+>", " ", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", shown)


def test_the_page_opens_with_the_alarm_and_what_came_of_the_others() -> None:
    text = words(page(Fake(sliding())))

    assert text.index("Equal say has been sliding in Delivery") < text.index("past the line for an alert")
    assert "Also Learning fell in Ingest in September 2026" in text
    assert "Delivery: 57 (55 to 59)." in text
    assert "The people who stayed moved by −5 points (−7.5 to −2.5)" in text
    assert "Ingest: 47 (42 to 52), 10–14 answers." in text


def test_the_principle_that_slides_stands_first() -> None:
    titles = re.findall(r'<h2 id="(\w+)">', page(Fake(sliding())))

    assert titles == ["equal_say", "learning", "customer_truth"]


def test_every_trend_has_its_numbers_as_a_table_and_in_words() -> None:
    text = page(Fake(sliding()))

    assert text.count("<figcaption") == text.count("<details open>") == text.count('application/json">') == 3
    assert text.count("<tbody><tr>") == 3
    assert text.count('<th scope="row">') == 3 * 18


@pytest.mark.parametrize(("n", "is_said"), [(18, True), (31, False)])
def test_circles_are_explained_once_where_there_are_any(n: int, *, is_said: bool) -> None:
    text = page(Fake(board(n)))

    assert text.count("circles: plain mean of the round") == is_said
    assert ('"markers"' in text) == is_said


def test_who_may_act_finds_the_alert_the_unit_and_the_reply() -> None:
    text = page(Fake(sliding(), owed=OWED))

    assert 'href="/alerts/7">Acknowledge this alert' in text
    assert f'href="/dashboards/18/units/{DELIVERY}">Delivery in full' in text
    assert 'href="/manage/waves/18/reply">Write the reply' in text


def test_an_alert_that_was_acknowledged_has_no_button() -> None:
    assert "Acknowledge this alert" not in page(Fake(sliding(found=(CRASH,))))


def test_a_quiet_page_lists_what_is_under_way_and_has_no_mark() -> None:
    text = page(Fake(board(events=EVENTS)))

    assert "Under way in the company" in text
    assert "3 September 2026, Ingest: Live ingest fails for nine hours" in words(text).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "@drift" not in text


def test_the_watch_list_is_on_no_brief() -> None:
    assert page(Fake(sliding(found=(WATCHED,)))) == page(Fake(sliding(found=())))


@pytest.mark.parametrize(
    ("sees_all", "found", "said"),
    [
        (True, (SLIDE,), "Every employee sees this page, without the buttons."),
        (True, (CRASH,), "without what is told of units below divisions."),
        (False, (SLIDE,), "The chief executive sees the same numbers of the company."),
    ],
)
def test_the_page_says_who_else_reads_it(*, sees_all: bool, found: tuple[object, ...], said: str) -> None:
    assert said in words(page(Fake(sliding(sees_all=sees_all, found=found))))


def test_a_wave_before_is_shown_as_it_was_and_leads_on() -> None:
    text = page(Fake(board()), path="/brief/12")

    assert "Round 12, May 2026." in words(text).replace("\N{NO-BREAK SPACE}", " ")
    assert re.findall(r'href="(/brief/\d+)"', text) == ["/brief/11", "/brief/13"]


def test_a_round_that_is_not_there_is_no_page() -> None:
    assert app_of(Fake(board())).test_client().get("/brief/19").status_code == 404


def test_before_the_first_release_the_page_says_so() -> None:
    assert "No results yet." in page(Fake(None))


def test_one_round_has_levels_and_neither_trend_nor_change() -> None:
    text = page(Fake(board(1)))

    assert "three levels, and no change yet" in text
    assert text.count("Change: unknown, one round has no before.") == 3
    assert "<figure" not in text


def test_where_everything_is_hidden_nothing_is_drawn_and_no_number_told() -> None:
    text = page(Fake(board(), hidden=frozenset(UNITS)))

    assert "Nothing is shown of Meridian in round 18." in text
    assert text.count("brief-hatched") == 3
    assert "<figure" not in text


def test_a_name_stays_a_text_wherever_it_stands() -> None:
    named = UNITS | {DELIVERY: replace(UNITS[DELIVERY], name=HOSTILE)}
    text = page(Fake(sliding(units=named)))
    figures = re.findall(r'<script type="application/json">(.*?)</script>', text, re.DOTALL)

    assert HOSTILE not in text
    assert str(escape(HOSTILE)) in text
    assert all(json.loads(figure)["data"] for figure in figures)


def test_the_guard_decides_who_sees_the_page() -> None:
    answer = app_of(Fake(sliding()), guard=shut).test_client().get("/brief")

    assert answer.status_code == 404


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_page_is_small_and_speaks_one_language(language: str) -> None:
    text = page(Fake(sliding(events=()), owed=OWED), language)

    assert len(text.encode()) < 60_000
    assert language == "en" or not re.findall(r"\b(?:since|answers|unknown|would)\b", words(text))


def test_company_and_unit_that_slide_are_asked_for_once() -> None:
    source = Fake(sliding())
    page(source)

    assert source.boards == [None]
    assert {MERIDIAN, INGEST} < set(UNITS)


def test_the_colours_of_the_page_are_those_of_the_pictures(style: str) -> None:
    said = dict(re.findall(r"--([\w-]+): ([^;]+);", style.split("@media", maxsplit=1)[0]))
    dark = dict(re.findall(r"--([\w-]+): ([^;]+);", style.split("@media")[1]))

    assert {name: value.upper().replace("RGBA", "rgba") for name, value in said.items()} == {
        name: LIGHT[name] for name in said
    }
    assert {name: value.upper().replace("RGBA", "rgba") for name, value in dark.items()} == {
        name: DARK[name] for name in dark
    }
