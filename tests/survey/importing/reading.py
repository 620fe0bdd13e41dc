"""What the fixtures `read` and `refusal` are."""

from collections.abc import Callable

from survey.importing.outside import OutsideSurvey

Read = Callable[..., OutsideSurvey]
Refusal = Callable[..., list[str]]
