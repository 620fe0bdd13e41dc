"""A plan in words."""

from datetime import date, time

from survey.scheduling.plan import Plan
from survey.scheduling.preview import preview_lines, sentence

MONTHLY = Plan(rule="monthly", starts_on=date(2026, 11, 2), countries=("SE", "DE"))


def test_one_sentence_says_it_all() -> None:
    assert sentence(MONTHLY) == (
        "Every month from the first Monday, 09:00 on each person's clock, for ten working days. "
        "Reminders on days 3 and 5, only to those who have not answered."
    )


def test_a_day_is_a_day_and_no_reminder_is_none() -> None:
    plan = Plan(rule="quarterly", starts_on=date(2026, 11, 2), hour=time(14, 30), open_days=1, reminder_days=())

    assert sentence(plan) == (
        "Every third month from the first Monday, 14:30 on each person's clock, for one working day. No reminders."
    )


def test_the_first_waves_stand_day_by_day() -> None:
    lines = list(preview_lines(MONTHLY))

    assert lines[1] == "wave 1: Mon 02 Nov 2026 to Fri 13 Nov 2026, reminders Wed 04 Nov, Fri 06 Nov"
    assert len(lines) == 7


def test_a_weekly_plan_is_warned_about() -> None:
    weekly = Plan(rule="weekly", starts_on=date(2026, 11, 2), open_days=4, reminder_days=())

    assert "those overlap" in list(preview_lines(weekly))[1]


def test_the_end_of_an_epoch_is_said() -> None:
    short = Plan(rule="monthly", starts_on=date(2026, 11, 2), epoch_months=2)

    assert "the epoch ends" in list(preview_lines(short))[2]
