"""A rule is said as people say it."""

import pytest

from survey.scheduling.cadence import cadence_words
from survey.scheduling.plan import CADENCES


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("four_weekly", "Every four weeks"),
        ("monthly", "Every month from the first Monday"),
        ("every_two_months", "Every second month from the first Monday"),
        ("quarterly", "Every third month from the first Monday"),
        ("weekly", "Every week"),
        ("FREQ=MONTHLY;BYDAY=4TU", "Every month from the fourth Tuesday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Every month from the last Friday"),
        ("FREQ=WEEKLY;INTERVAL=7", "Every 7 weeks"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "By the rule FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=MONTHLY;INTERVAL=5;BYDAY=1MO", "By the rule FREQ=MONTHLY;INTERVAL=5;BYDAY=1MO"),
    ],
)
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert cadence_words(rule) == words


def test_every_named_cadence_has_words() -> None:
    assert not [name for name in CADENCES if "rule" in cadence_words(name)]
