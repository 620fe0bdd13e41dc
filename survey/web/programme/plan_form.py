"""The form that makes a plan: what stands in it at first, and what was typed into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from survey.scheduling.plan import CADENCES, LONGEST_EPOCH, Plan, UnusablePlan
from survey.web.programme import typed

LARGEST_K = 1_000
LONGEST_OPEN = 60
NAMES = (
    "rule",
    "starts_on",
    "hour",
    "open_days",
    "reminder_days",
    "sample",
    "countries",
    "home_zone",
    "epoch_months",
    "k",
    "with_module",
)
# A plan says in the first words of a fault what it is about.
SPOKEN = {
    "rule": "rule",
    "open days": "open_days",
    "reminder days": "reminder_days",
    "countries": "countries",
    "home zone": "home_zone",
    "sample share": "sample",
    "epoch": "epoch_months",
    "k": "k",
}


@dataclass(frozen=True, slots=True)
class PlanForm:
    """Texts by the names of their fields, the plan that they make, or what is wrong, by field."""

    texts: Mapping[str, str]
    plan: Plan | None = None
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def with_module(self) -> bool:
        return bool(self.texts.get("with_module"))


def first_form(*, today: date, countries: list[str], home_zone: str, smallest_k: int) -> PlanForm:
    """A plan that suits most: monthly, from the first Monday that leaves a week to prepare."""
    earliest = today + timedelta(days=7)
    return PlanForm(
        {
            "rule": "monthly",
            "starts_on": (earliest + timedelta(days=-earliest.weekday() % 7)).isoformat(),
            "hour": "09:00",
            "open_days": "10",
            "reminder_days": "3, 5",
            "sample": "100",
            "countries": ", ".join(countries),
            "home_zone": home_zone,
            "epoch_months": str(LONGEST_EPOCH),
            "k": str(smallest_k),
        }
    )


def read_form(form: Mapping[str, str], *, today: date) -> PlanForm:
    """All that was typed is read before anything is said of it."""
    texts = {name: form.get(name, "").strip()[:200] for name in NAMES}
    values, faults = {}, {}
    for name, read in _readers(today).items():
        try:
            values[name] = read(texts[name])
        except typed.Unreadable as fault:
            faults[name] = str(fault)
    if faults:
        return PlanForm(texts, faults=faults)
    try:
        return PlanForm(texts, plan=_plan(values))
    except UnusablePlan as unusable:
        # Of two faults of one field the first is told.
        placed = {SPOKEN[fault.partition(":")[0]]: fault for fault in reversed(unusable.faults)}
        return PlanForm(texts, faults=placed)


def _readers(today: date) -> dict[str, Callable[[str], Any]]:
    return {
        "rule": _cadence,
        "starts_on": lambda text: _first_day(text, today),
        "hour": lambda text: typed.hour(text, "hour"),
        "open_days": lambda text: typed.whole(text, "open days", most=LONGEST_OPEN),
        "reminder_days": lambda text: typed.wholes(text, "reminder days", most=LONGEST_OPEN),
        "sample": lambda text: typed.whole(text, "share of people", most=100),
        "countries": lambda text: tuple(dict.fromkeys(text.upper().replace(",", " ").split())),
        "home_zone": str,
        "epoch_months": lambda text: typed.whole(text, "epoch", most=LONGEST_EPOCH),
        "k": lambda text: typed.whole(text, "smallest group", most=LARGEST_K),
    }


def _cadence(text: str) -> str:
    if text not in CADENCES:
        raise typed.Unreadable(f"how often: got {text!r}; wanted one of {', '.join(CADENCES)}")
    return text


def _first_day(text: str, today: date) -> date:
    found, latest = typed.day(text, "first day"), date(today.year + 1, 12, 31)
    if not today <= found <= latest:
        raise typed.Unreadable(f"first day: got {found}; wanted one from {today} to {latest}")
    return found


def _plan(values: dict[str, Any]) -> Plan:
    return Plan(sample_share=values.pop("sample") / 100, **values)
