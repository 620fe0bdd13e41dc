"""An operation of the API: all that its route, its guard and its description are made from."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from survey.services.api_tokens import ALLOWED_BY, Scope
from survey.services.rights import Action
from survey.web.api.shapes.shape import Shape

BASE = "/api/v1"
FILES = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True, slots=True)
class Operation:
    """`view` is called with what stands in the path, with `query` and `body` where these are shapes, as keywords.

    It returns the shape `answer`, or None where that is None. `problems` are statuses beside those of every operation.
    """

    method: str
    path: str
    view: Callable[..., Shape | None]
    scope: Scope
    answer: type[Shape] | None
    query: type[Shape] | None = None
    body: type[Shape] | None = None
    takes_file: bool = False
    problems: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return self.view.__name__

    @property
    def action(self) -> Action:
        return ALLOWED_BY[self.scope]

    @property
    def status(self) -> int:
        if self.answer is None:
            return 204
        return 201 if self.method == "POST" and not self.takes_file else 200

    @property
    def summary(self) -> str:
        return (inspect.getdoc(self.view) or "").partition("\n")[0].rstrip(".")

    @property
    def description(self) -> str:
        return " ".join((inspect.getdoc(self.view) or "").partition("\n")[2].split())
