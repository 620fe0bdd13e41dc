"""The people file."""

from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.shape import Count, Path, Shape


class HowToImport(Shape):
    """How a people file is read."""

    kind: Annotated[
        Literal["full", "delta"],
        Field(description="`full` names everybody, so that who is missing leaves; `delta` names what changes."),
    ] = "full"
    dry_run: Annotated[bool, Field(description="Say what would change, and change nothing.")] = False
    confirm_leavers: Annotated[bool, Field(description="Many may leave at once: refused otherwise.")] = False


class Import(Shape):
    """What a people file changed, or would change."""

    is_dry_run: bool
    rows: Count
    joins: Count
    comes_back: Count
    leaves: Count
    moves: Count
    changes: Annotated[Count, Field(description="People with other details.")]
    unchanged: Count
    people_before: Count
    people_after: Count
    units_added: list[Path]
    units_ended: list[Path]
    warnings: list[str]
