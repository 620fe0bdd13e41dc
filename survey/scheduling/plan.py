"""What HR decides once: how often, for how long, in whose hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import available_timezones

from dateutil.rrule import rrulestr

CADENCES = {
    "four_weekly": "FREQ=WEEKLY;INTERVAL=4",
    "monthly": "FREQ=MONTHLY;BYDAY=1MO",
    "every_two_months": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
    "weekly": "FREQ=WEEKLY",
}
"""Named rules; any other RRULE may be given instead."""

DAYS_OF_A_YEAR = 365.25
SMALLEST_K = 5
LONGEST_EPOCH = 12
RULE_YEARS = 3
"""Over which a rule is looked at to see how often it asks."""


class UnusablePlan(ValueError):
    """What was got, and what is wanted, a line for each fault."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A programme as it was decided. Days are working days; the opening day is day 1.

    `countries` are those whose holidays are kept, as ISO 3166 codes; `hour` is that of each person's own clock.
    """

    rule: str
    starts_on: date
    hour: time = time(9)
    open_days: int = 10
    reminder_days: tuple[int, ...] = (3, 5)
    countries: tuple[str, ...] = ()
    home_zone: str = "UTC"
    sample_share: float = 1.0
    epoch_months: int = LONGEST_EPOCH
    k: int = SMALLEST_K

    def __post_init__(self) -> None:
        if faults := tuple(_faults(self)):
            raise UnusablePlan(faults)

    @property
    def recurrence(self) -> str:
        return CADENCES.get(self.rule, self.rule)

    @property
    def waves_per_year(self) -> float:
        """As often as the rule asks in its first years."""
        days = opening_days(self, RULE_YEARS)
        if len(days) < 2:
            return 1.0
        return (len(days) - 1) / ((days[-1] - days[0]).days / DAYS_OF_A_YEAR)


def opening_days(plan: Plan, years: int) -> list[date]:
    """Days that the rule names, before working days and holidays are looked at."""
    start = _noon(plan.starts_on)
    rule = rrulestr(plan.recurrence, dtstart=start)
    return [moment.date() for moment in rule.between(start, _noon(_later(plan.starts_on, years)), inc=True)]


def warnings_of(plan: Plan) -> list[str]:
    """What may be done, but should be known."""
    found = []
    if plan.waves_per_year > 14:
        found.append("The questions ask about the last four weeks: more often than every four weeks, those overlap.")
    if plan.sample_share < 0.5:
        found.append(f"A sample of {plan.sample_share:.0%} hides small groups in most waves.")
    return found


def _faults(plan: Plan) -> Iterator[str]:
    yield from _rule_faults(plan)
    if plan.home_zone not in available_timezones():
        yield f"home zone: got {plan.home_zone!r}; wanted a name such as Europe/Stockholm"
    if not plan.open_days >= 1:
        yield f"open days: got {plan.open_days}; wanted at least 1"
    if any(not 1 < day <= plan.open_days for day in plan.reminder_days):
        yield f"reminder days: got {list(plan.reminder_days)}; wanted days from 2 to the last one, {plan.open_days}"
    if not 0 < plan.sample_share <= 1:
        yield f"sample share: got {plan.sample_share}; wanted more than 0 and at most 1"
    if not 1 <= plan.epoch_months <= LONGEST_EPOCH:
        yield f"epoch: got {plan.epoch_months} months; wanted 1 to {LONGEST_EPOCH}"
    if plan.k < SMALLEST_K:
        yield f"k: got {plan.k}; wanted at least {SMALLEST_K}"
    yield from _country_faults(plan)


def _rule_faults(plan: Plan) -> Iterator[str]:
    try:
        days = opening_days(plan, RULE_YEARS)
    except (ValueError, TypeError) as error:
        yield f"rule: got {plan.rule!r} ({error}); wanted one of {', '.join(CADENCES)} or an RRULE"
        return
    if not days:
        yield f"rule: got {plan.rule!r}, which names no day in {RULE_YEARS} years; wanted one that comes again"
    gaps = [(after - before).days for before, after in pairwise(days)]
    if gaps and min(gaps) < 7:
        yield f"rule: got {plan.rule!r}, which asks again after {min(gaps)} days; wanted a week at least"
    # Ten working days are two weeks on the calendar, and holidays may stretch them.
    elif gaps and plan.open_days * 7 / 5 > min(gaps):
        yield f"open days: got {plan.open_days}, waves {min(gaps)} days apart; wanted a wave to close before the next"


def _country_faults(plan: Plan) -> Iterator[str]:
    from holidays import list_supported_countries  # noqa: PLC0415 -- weight

    known = list_supported_countries() if plan.countries else {}
    for country in plan.countries:
        if country not in known:
            yield f"countries: got {country!r}; wanted codes such as SE, DE or US"


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def _later(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))
