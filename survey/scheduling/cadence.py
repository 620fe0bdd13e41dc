"""How often a rule asks, in words."""

import re

from survey.scheduling.plan import CADENCES

NAMED_DAY = re.compile(r"FREQ=MONTHLY(?:;INTERVAL=(\d))?;BYDAY=(-?[1-4])(MO|TU|WE|TH|FR)")
WEEKS = re.compile(r"FREQ=WEEKLY(?:;INTERVAL=(\d+))?")
DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday"}
WHICH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}
MONTHS = {None: "month", "2": "second month", "3": "third month", "4": "fourth month", "6": "sixth month"}
NUMBERS = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "8": "eight"}


def cadence_words(rule: str) -> str:
    """As in "Every month from the first Monday"; a rule that has no such words is named itself."""
    recurrence = CADENCES.get(rule, rule)
    if (found := NAMED_DAY.fullmatch(recurrence)) and found[1] in MONTHS and found[2] in WHICH:
        return f"Every {MONTHS[found[1]]} from the {WHICH[found[2]]} {DAYS[found[3]]}"
    if found := WEEKS.fullmatch(recurrence):
        return "Every week" if found[1] in (None, "1") else f"Every {NUMBERS.get(found[1], found[1])} weeks"
    return f"By the rule {recurrence}"
