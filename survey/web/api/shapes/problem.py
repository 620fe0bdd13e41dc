"""What went wrong, as RFC 9457 has it."""

from typing import Annotated

from pydantic import Field

from survey.web.api.shapes.shape import Shape


class Fault(Shape):
    """One thing that cannot be used: in JSON at `pointer`, in a file at `line` and `column`."""

    detail: Annotated[str, Field(description="What is wanted there.")]
    pointer: Annotated[str | None, Field(description="JSON pointer, RFC 6901.")] = None
    line: int | None = None
    column: str | None = None
    got: str | None = None


class Problem(Shape):
    """Why something was not done. Nothing was changed."""

    title: str
    status: int
    detail: str | None = None
    errors: list[Fault] | None = None
