"""What the fixtures `read` and `refusal` are, and what tests look at in what was read."""

from collections.abc import Callable

from analysis import Answers
from survey.importing.outside import OutsideSurvey

Read = Callable[..., OutsideSurvey]
Refusal = Callable[..., list[str]]


def answers_of(found: OutsideSurvey) -> Answers:
    assert isinstance(found.panel, Answers)
    return found.panel


def rows_of(found: OutsideSurvey) -> set[tuple[str, int, str, str, float]]:
    panel = answers_of(found)
    return {
        (found.waves[wave], person, found.units[unit], found.item_names[item], value)
        for wave, person, unit, item, value in zip(
            panel.wave, panel.person, panel.unit, panel.item, panel.value, strict=True
        )
    }
