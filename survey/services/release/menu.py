"""What a release may hold: bands of people, and questions that are answered with a number."""

from collections.abc import Mapping

from survey.models.company.people import LEVELS
from survey.models.company.waves import TENURE_BANDS
from survey.questionnaires.questionnaire import Item, Kind, Questionnaire

MATCHED = ("stayed", "joined")
"""Whether somebody answered the wave before as well."""

AGAIN = ("stayed_then", "left_then")
"""Of the wave before: whether they answered this one as well."""

BANDS: Mapping[str, tuple[str, ...]] = {"tenure": TENURE_BANDS, "level": LEVELS, "matched": MATCHED, "again": AGAIN}
TOGETHER = "+"
"""Stands between the names of bands that are shown as one."""


def counted_items(questionnaire: Questionnaire) -> list[Item]:
    """All that is answered with a number."""
    return [item for item in questionnaire.items if item.kind is not Kind.COMMENT]
