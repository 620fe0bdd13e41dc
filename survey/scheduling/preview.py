"""What a plan will do, in words: one sentence, and the first waves day by day."""

from collections.abc import Iterator

from survey.scheduling.cadence import cadence_words
from survey.scheduling.dates import Change, WaveDates, wave_dates
from survey.scheduling.plan import Plan, warnings_of

N_WAVES = 6
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sentence(plan: Plan) -> str:
    """How often, when, for how long, and whom it reminds."""
    days = SMALL_NUMBERS[plan.open_days] if plan.open_days < len(SMALL_NUMBERS) else str(plan.open_days)
    length = f"for {days} working day{'' if plan.open_days == 1 else 's'}"
    return f"{cadence_words(plan.rule)}, {plan.hour:%H:%M} on each person's clock, {length}. {_reminders(plan)}"


def preview_lines(plan: Plan, changes: tuple[Change, ...] = ()) -> Iterator[str]:
    """The sentence, what should be known, and the first waves."""
    yield sentence(plan)
    yield from warnings_of(plan)
    for dates in wave_dates(plan, changes, n=N_WAVES):
        yield _line(dates)


def _reminders(plan: Plan) -> str:
    if not plan.reminder_days:
        return "No reminders."
    days = " and ".join(str(day) for day in plan.reminder_days)
    return f"Reminders on day{'' if len(plan.reminder_days) == 1 else 's'} {days}, only to those who have not answered."


def _line(dates: WaveDates) -> str:
    shifted = f"; moved by {dates.shifted_by}" if dates.shifted_by else ""
    ends = "; the epoch ends, and with it the link between a person's answers" if dates.is_last_of_epoch else ""
    reminders = ", ".join(day.strftime("%a %d %b") for day in dates.reminders) or "none"
    return (
        f"wave {dates.number}: {dates.opens_on:%a %d %b %Y} to {dates.last_day:%a %d %b %Y}, "
        f"reminders {reminders}{shifted}{ends}"
    )
