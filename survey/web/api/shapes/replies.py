"""What the company says to a wave."""

from typing import Annotated

from pydantic import Field

from survey.web.api.shapes.shape import Shape

Text = Annotated[str, Field(max_length=1_000)]


class Reply(Shape):
    """The reply to a wave; it opens the next one. One of `done` and `not_done` may be empty."""

    heard: Annotated[str, Field(min_length=1, max_length=1_000, description="What was heard.")]
    done: Annotated[Text, Field(description="What is done.")]
    not_done: Annotated[Text, Field(description="What is not done, and why.")]
