"""Eighteen months of the made-up company, lived through the services that a real one uses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from survey.db import Stores
from survey.queries import replies
from survey.queries import staff as staff_queries
from survey.queries.waves import WaveFacts
from survey.questionnaires.reading import our_file
from survey.scheduling.dates import WaveDates
from survey.services.accounts import open_account
from survey.services.closing.close import close_wave
from survey.services.comments.publishing import publish_comments
from survey.services.living.answering import Sheet, answer_wave
from survey.services.living.ceo import see_alerts
from survey.services.living.moments import tell_moments
from survey.services.living.months import HOME_ZONE, Months
from survey.services.living.names import ACCOUNTS, COMPANY, CONTACT
from survey.services.living.replies import REPLIES
from survey.services.living.staff import Staff, hire
from survey.services.living.story import N_WAVES, SEED, Story, tell_story
from survey.services.people.importing import Load, apply_plan, plan_of_file
from survey.services.programme import By, create_programme
from survey.services.rights import Held
from survey.services.set_up import set_up
from survey.services.waves.opening import open_wave

SHARE_SO_FAR = 0.7
"""Of those who will answer the open wave, who have."""


@dataclass(frozen=True, slots=True)
class Life:
    """The company as it is lived: its stores, its story, and the days of its waves."""

    stores: Stores
    months: Months
    story: Story
    staff: Staff
    rng: np.random.Generator


def live(
    stores: Stores,
    months: Months,
    *,
    tell: Callable[[str], None],
    work: Callable[[datetime], None] = lambda _moment: None,
) -> WaveFacts:
    """Fill empty stores up to the wave that is open, which is returned; `tell` hears of each step.

    `work` is called for moments after each close, so that what is sent of it bears its own hour.
    """
    tell("Six hundred people are hired")
    story = tell_story()
    staff = hire(story, months.opens_on)
    life = Life(stores, months, story, staff, np.random.default_rng(SEED + 2))
    _begin(life)
    for month in range(N_WAVES - 1):
        tell(f"Wave {month + 1} of {N_WAVES} is answered and closed")
        wave = _open(life, month)
        answer_wave(stores, wave, _sheets(life, month), life.rng)
        close_wave(stores, wave.id, now=wave.closes_at + timedelta(minutes=1))
        work(wave.closes_at + timedelta(minutes=2))
        _reply(life, wave)
        see_alerts(stores, now=wave.closes_at + timedelta(days=1, hours=9))
        if month < N_WAVES - 2:
            publish_comments(stores, wave.number, mark=None, by=By(None, wave.closes_at + timedelta(days=5)))
        work(wave.closes_at + timedelta(days=8))
    with stores.company.write() as session:
        tell_moments(session, months, now=_morning(_eve(months.waves[-1])))
    tell(f"Wave {N_WAVES} of {N_WAVES} opens")
    _take_in(life, N_WAVES - 1)
    return _open_last(life)


def _begin(life: Life) -> None:
    """The company is set up and its people are there; then the programme may begin."""
    now = _morning(life.months.waves[0].opens_on - timedelta(days=7))
    given = {"name": COMPANY, "contact": CONTACT, "language": "en", "time_zone": HOME_ZONE}
    with life.stores.company.write() as session:
        set_up(session, given, now=now)
        for role, address in ACCOUNTS.items():
            open_account(session, address=address, held=Held(role), now=now)
    _take_in(life, 0)
    with life.stores.company.write() as session:
        by = By(None, _morning(_eve(life.months.waves[0])))
        create_programme(session, life.months.plan, questionnaire=our_file(), with_module=False, by=by)


def _take_in(life: Life, month: int) -> None:
    """What HR does the day before a wave: the full people file of today."""
    now = _morning(_eve(life.months.waves[month]))
    content = life.staff.file(life.story, month)
    with life.stores.company.write() as session:
        plan = plan_of_file(session, Load(content=content, name="people.csv"), on=now.date())
        apply_plan(session, plan, account=None, now=now)


def _open(life: Life, month: int) -> WaveFacts:
    if month > 0:
        _take_in(life, month)
    return _open_on_its_day(life, month)


def _open_last(life: Life) -> WaveFacts:
    """Most of those who will answer have done so."""
    wave = _open_on_its_day(life, N_WAVES - 1)
    sheets = _sheets(life, N_WAVES - 1)
    has_answered = life.rng.random(len(sheets)) < SHARE_SO_FAR
    so_far = {person: sheet for (person, sheet), has in zip(sheets.items(), has_answered, strict=True) if has}
    answer_wave(life.stores, wave, so_far, life.rng)
    return wave


def _open_on_its_day(life: Life, month: int) -> WaveFacts:
    dates = life.months.waves[month]
    return open_wave(life.stores, dates=dates, now=datetime.combine(dates.opens_on, time(0), UTC))


def _sheets(life: Life, month: int) -> dict[int, Sheet]:
    """What each person would say this month, by the id that the import gave them."""
    told = life.story.answers[month]
    keys = {number: life.staff.employees[number].key for number in told}
    with life.stores.company.read() as session:
        ids = staff_queries.ids_of(session, keys.values())
    return {ids[keys[number]]: sheet for number, sheet in told.items()}


def _reply(life: Life, wave: WaveFacts) -> None:
    now = wave.closes_at + timedelta(days=6)
    with life.stores.company.write() as session:
        reply = REPLIES[wave.number % len(REPLIES)]
        replies.write_reply(session, wave=wave.id, reply=reply, account=None, now=now)


def _eve(wave: WaveDates) -> date:
    return wave.opens_on - timedelta(days=1)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), UTC)
