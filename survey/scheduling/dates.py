"""The days of each wave: a working day to open, reminders, a last day; shifted by holidays and by decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import count, islice

from survey.scheduling.plan import Plan, opening_days

FRIDAY = 4
HORIZON_YEARS = 40


@dataclass(frozen=True, slots=True)
class Pause:
    """Waves that would open from a day until another, which is no longer part of it, are left out."""

    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Shift:
    """One wave opens so many days later, or earlier; on the next working day from there, unless the day is exact."""

    number: int
    days: int
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """No wave opens on this day or later."""

    on: date


Change = Pause | Shift | End


@dataclass(frozen=True, slots=True)
class WaveDates:
    """The days of one wave. Epochs count from 1."""

    number: int
    opens_on: date
    last_day: date
    reminders: tuple[date, ...]
    epoch: int
    is_last_of_epoch: bool
    shifted_by: str = ""


def wave_dates(plan: Plan, changes: tuple[Change, ...] = (), *, first: int = 1, n: int = 1) -> list[WaveDates]:
    """Waves `first` to `first + n - 1`, or fewer where the programme ends: the same whenever it is asked."""
    return list(_dates(plan, changes, first, n))


@lru_cache(maxsize=32)
def _dates(plan: Plan, changes: tuple[Change, ...], first: int, n: int) -> tuple[WaveDates, ...]:
    return tuple(islice(every_wave(plan, changes), first - 1, first - 1 + n))


def named_day(plan: Plan, changes: tuple[Change, ...], *, number: int) -> date:
    """The day that the rule names for this wave of the programme, before it is moved by anything."""
    return {one.number: one.named_on for one in islice(_openings(plan, changes), number)}[number]


def days_of(plan: Plan, day: date, *, is_exact: bool) -> tuple[date, date]:
    """First and last day of a wave that is to open on a day, if no other wave is in its way."""
    opens_on = day if is_exact else _next_working_day(plan, day)[0]
    return opens_on, _working_day(plan, opens_on, plan.open_days)


def every_wave(plan: Plan, changes: tuple[Change, ...] = ()) -> Iterator[WaveDates]:
    """One wave after the other; each closes before the next one opens."""
    epoch = 1
    begun_on: date | None = None
    coming = _openings(plan, changes)
    now = next(coming, None)
    while now is not None:
        begun_on = begun_on or now.opens_on
        after = next(coming, None)
        # Linking lasts so many months at most, to the last answer of its last wave.
        ends = after is not None and after.last_day >= linked_until(plan, begun_on)
        last_day = now.last_day if after is None else min(now.last_day, after.opens_on - timedelta(days=1))
        reminders = tuple(
            day for day in (_working_day(plan, now.opens_on, at) for at in plan.reminder_days) if day <= last_day
        )
        yield WaveDates(now.number, now.opens_on, last_day, reminders, epoch, ends, now.shifted_by)
        if ends:
            epoch, begun_on = epoch + 1, None
        now = after


@dataclass(frozen=True, slots=True)
class _Opening:
    """A wave's first day, and the last one if nothing cuts it short."""

    number: int
    named_on: date
    opens_on: date
    last_day: date
    shifted_by: str


def _openings(plan: Plan, changes: tuple[Change, ...]) -> Iterator[_Opening]:
    numbers = count(1)
    ends = min((change.on for change in changes if isinstance(change, End)), default=date.max)
    pauses = [change for change in changes if isinstance(change, Pause)]
    shifts = {change.number: change for change in changes if isinstance(change, Shift)}
    before = date.min
    for named in opening_days(plan, HORIZON_YEARS):
        if any(pause.from_on <= named < pause.until_on for pause in pauses):
            continue
        number = next(numbers)
        shift = shifts.get(number, Shift(number, 0))
        day, why = max(named + timedelta(days=shift.days), before), ""
        if not shift.is_exact:
            day, why = _next_working_day(plan, day)
        if day >= ends:
            return
        yield _Opening(number, named, day, _working_day(plan, day, plan.open_days), why)
        before = day + timedelta(days=7)


def _next_working_day(plan: Plan, day: date) -> tuple[date, str]:
    why = ""
    while not is_working_day(plan, day):
        why = why or holiday_on(plan.countries, day)
        day += timedelta(days=1)
    return day, why


def _working_day(plan: Plan, opens_on: date, at: int) -> date:
    """Working day number `at`; the opening day is the first."""
    day = opens_on
    for _ in range(at - 1):
        day, _ = _next_working_day(plan, day + timedelta(days=1))
    return day


def is_working_day(plan: Plan, day: date) -> bool:
    return day.weekday() <= FRIDAY and not holiday_on(plan.countries, day)


def holiday_on(countries: tuple[str, ...], day: date) -> str:
    """Its name and country; empty on a day that is none."""
    return next((f"{name} ({country})" for country in countries if (name := _holidays(country, day.year).get(day))), "")


@cache
def _holidays(country: str, year: int) -> dict[date, str]:
    from holidays import country_holidays  # noqa: PLC0415 -- weight

    return dict(country_holidays(country, years=year, language="en_US").items())


def linked_until(plan: Plan, begun_on: date) -> date:
    """The day on which an epoch that began on another is too old to link any answer."""
    return _months_later(begun_on, plan.epoch_months)


def _months_later(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, min(day.day, 28))
