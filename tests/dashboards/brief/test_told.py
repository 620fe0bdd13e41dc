"""Every sentence that is told to everybody, whole, in each language."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dashboards.board.told import alarms, below, opening, principle
from dashboards.board.told.open_alarms import open_alarms, recovered
from dashboards.board.told.telling import Telling
from dashboards.board.values import PRINCIPLES, Range, ReplyOwed
from tests.dashboards.brief.host import voice_of
from tests.dashboards.brief.meridian import (
    CRASH,
    MERIDIAN,
    OWED,
    SLIDE,
    WATCHED,
    Fake,
    board,
    sliding,
)
from tests.dashboards.brief.sentences import ALARMS, CHANGES, HEADINGS, rows_of
from tests.dashboards.test_voice import plain


@pytest.mark.parametrize(("found", "language", "said"), rows_of(ALARMS))
def test_an_alarm_is_told(found: object, language: str, said: str) -> None:
    assert plain(alarms.also(Telling(voice_of(language), board()), found)) == said


@pytest.mark.parametrize(("shown", "language", "said"), rows_of(HEADINGS))
def test_the_heading_would_do_as_the_whole_page(shown: object, language: str, said: str) -> None:
    company = Fake(shown).rows(shown, [MERIDIAN])[0]

    assert plain(opening.heading(Telling(voice_of(language), shown), company)) == said


@pytest.mark.parametrize(("cell", "language", "said"), rows_of(CHANGES))
def test_a_change_has_its_interval_or_says_why_there_is_none(cell: object, language: str, said: str) -> None:
    assert plain(principle.change(Telling(voice_of(language), board()), cell)) == said


def test_holding_is_said_only_where_a_fall_of_three_points_would_have_been_found() -> None:
    said = {
        unseen: opening.heading(Telling(voice_of("en"), board()), Fake(board(), unseen=unseen).rows(board(), [1])[0])
        for unseen in (3.0, 3.1)
    }

    assert said[3.0].startswith("Meridian is holding.")
    assert said[3.1].startswith("Nothing to report.")


def test_where_nothing_is_shown_the_page_says_so_and_why() -> None:
    telling = Telling(voice_of("en"), board())
    company = Fake(board(), hidden=frozenset({MERIDIAN})).rows(board(), [MERIDIAN])[0]

    assert opening.heading(telling, company) == "Nothing is shown of Meridian in round 18."
    assert "fewer than 5 people" in opening.lead(telling, company, [])


@pytest.mark.parametrize(
    ("a_year", "said"),
    [(0.1, "once in ten years"), (1, "once in 1 year"), (0.5, "once in 2 years"), (4, "4 times a year")],
)
def test_the_promise_follows_the_settings(a_year: float, said: str) -> None:
    assert said in alarms.promise(Telling(voice_of("en"), board(false_alarms=a_year)))


def test_what_nobody_has_acknowledged_comes_first_and_the_watch_list_never() -> None:
    shown = sliding(found=(CRASH, WATCHED, SLIDE))

    assert open_alarms(shown) == [SLIDE, CRASH]


def test_what_recovered_is_told_for_a_year() -> None:
    back = replace(CRASH, state="recovered")
    long_ago = replace(back, told_in=6)

    assert open_alarms(sliding(found=(back, long_ago))) == []
    assert recovered(sliding(found=(back, long_ago))) == [back]


@pytest.mark.parametrize(("answered", "said"), [(611, "the 1 person who"), (600, "the 12 people who"), (612, "")])
def test_those_who_did_not_answer_are_counted(answered: int, said: str) -> None:
    waves = board().waves
    shown = board(waves=(*waves[:-1], replace(waves[-1], answered=answered)))
    told = below.silent(Telling(voice_of("en"), shown))

    assert said in told
    assert bool(said) is bool(told)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (OWED, "due by Monday 7 December"),
        (replace(OWED, due_on=None), "No further round is planned"),
        (replace(OWED, can_be_written=False), "No reply was given to this round."),
        (replace(OWED, is_written=True), ""),
    ],
)
def test_a_reply_that_is_owed_is_said_with_its_day(reply: ReplyOwed, said: str) -> None:
    told = plain(below.reply_owed(Telling(voice_of("en"), board()), reply))

    assert said in told
    assert bool(said) is bool(told)


def test_near_in_time_is_never_told_as_the_cause() -> None:
    shown = sliding()
    telling = Telling(voice_of("en"), shown)
    far = [replace(one, on=one.on + timedelta(days=400)) for one in shown.events]

    assert "“Delivery begins to double its head-count”. Near in time proves no cause." in below.why(
        telling, SLIDE, shown.events
    )
    assert below.why(telling, SLIDE, far) == "Why is not known."


def test_only_what_happened_there_or_everywhere_is_told_near_the_beginning() -> None:
    shown = sliding()
    telling, (event, *_) = Telling(voice_of("en"), shown), shown.events
    elsewhere = next(unit for unit in shown.units if unit not in shown.path(SLIDE.unit))
    lasting = replace(event, on=event.on - timedelta(days=400), until=event.on)

    assert below.why(telling, SLIDE, [replace(event, unit=elsewhere)]) == "Why is not known."
    assert event.words in below.why(telling, SLIDE, [replace(event, unit=None), lasting])


@pytest.mark.parametrize("principle_", PRINCIPLES)
def test_what_to_look_at_next_is_three_things_at_most(principle_: str) -> None:
    found = replace(SLIDE, principle=principle_)
    telling = Telling(voice_of("en"), sliding())

    assert len(below.look_at(telling, found, Range(11, 4, 18))) == 3
    assert len(below.look_at(telling, found, Range(1, -4, 6))) == 2
    assert all("Delivery" in one or "leads" in one for one in below.look_at(telling, found, Range(11, 4, 18)))


def test_a_moment_has_its_days_and_its_unit_unless_that_is_the_company() -> None:
    shown = sliding()
    day, span, _ = shown.events
    telling = Telling(voice_of("en"), shown)

    assert plain(below.moment(telling, replace(day, unit=None, words="Growth"))) == "2 March 2026: Growth"
    assert plain(below.moment(telling, span)) == "1 June 2026 to 31 July 2026, Sales: Sales hires from outside"
