"""From a request to a view and back: what was sent is read, what comes back is written, what fails is said."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Response, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError

from survey.errors import AloftError
from survey.web.api.operation import FILES, Operation
from survey.web.api.problems import Refused, faults_of, problem
from survey.web.api.shapes.shape import Shape
from survey.web.guard import requires
from survey.web.uploads import takes_file

JSON = "application/json"
Kind = TypeVar("Kind", bound=Shape)


def as_view(operation: Operation) -> Callable[..., ResponseReturnValue]:
    """The view that Flask calls, with its guard."""

    def view(**where: Any) -> ResponseReturnValue:
        try:
            return _written(operation, operation.view(**where, **_sent(operation)))
        except Refused as refused:
            return problem(refused.status, refused.detail, faults=refused.faults)
        except AloftError as error:  # says what was got and what is wanted
            return problem(409, str(error))

    guarded = requires(operation.action, scope=operation.scope)(view)
    return takes_file(guarded) if operation.takes_file else guarded


def _sent(operation: Operation) -> dict[str, Any]:
    sent: dict[str, Any] = {}
    if operation.query is not None:
        sent["query"] = _query(operation.query)
    elif request.args:
        raise Refused(422, "got a query; wanted none")
    if operation.body is not None:
        sent["body"] = _body(operation.body)
    if operation.takes_file:
        sent["body"] = _file()
    return sent


def _query(shape: type[Kind]) -> Kind:
    several = [name for name, values in request.args.lists() if len(values) > 1]
    if several:
        raise Refused(422, f"{several[0]}: got it twice; wanted it once")
    try:
        return shape.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise Refused(422, "the query cannot be used", faults_of(error)) from None


def _body(shape: type[Kind]) -> Kind:
    if request.mimetype != JSON:
        raise Refused(415, f"got {request.mimetype or 'nothing'}; wanted {JSON}")
    try:
        return shape.model_validate_json(request.get_data(cache=False))
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            raise Refused(400, "the body is no JSON") from None
        raise Refused(422, "the body cannot be used", faults_of(error)) from None


def _file() -> bytes:
    if request.mimetype not in FILES:
        raise Refused(415, f"got {request.mimetype or 'nothing'}; wanted {' or '.join(FILES)}")
    return request.get_data(cache=False)


def _written(operation: Operation, answer: Shape | None) -> Response:
    if answer is None:
        return Response(status=operation.status)
    return Response(answer.model_dump_json(by_alias=True), operation.status, mimetype=JSON)
