"""What a program is told where something could not be done: problem details, as in RFC 9457."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import Response
from pydantic import ValidationError

from survey.web.api.shapes.problem import Fault, Problem

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "This is no JSON, or no request that can be read",
    401: "A token is wanted that is good: Authorization: Bearer aloft_…",
    403: "The token is not for this, or its account may not do it",
    404: "There is no such thing",
    405: "This cannot be done here",
    409: "This contradicts what is",
    413: "What was sent is too large",
    415: "This media type is not read here",
    422: "What was sent cannot be used",
    429: "Too many requests",
    500: "Something went wrong on our side",
}
CHALLENGE = ("WWW-Authenticate", 'Bearer realm="Aloft"')


class Refused(Exception):
    """A request that was read, and cannot be done as it is."""

    def __init__(self, status: int, detail: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults = status, detail, tuple(faults)


def problem(
    status: int, detail: str = "", *, faults: Iterable[Fault] = (), headers: Iterable[tuple[str, str]] = ()
) -> Response:
    known = status if status in TITLES else 400 if status < 500 else 500
    body = Problem(title=TITLES[known], status=status, detail=detail or None, errors=list(faults) or None)
    response = Response(body.model_dump_json(exclude_none=True), status, mimetype=MEDIA_TYPE)
    response.headers.extend([*headers, *([CHALLENGE] if status == 401 else [])])
    return response


def faults_of(error: ValidationError) -> list[Fault]:
    """Where in the JSON, and what is wanted there; not what was sent, which need not come back."""
    return [
        Fault(pointer=_pointer(one["loc"]), detail=one["msg"])
        for one in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def _pointer(where: tuple[Any, ...]) -> str:
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in where)
