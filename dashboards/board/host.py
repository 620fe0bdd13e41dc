"""What the pages of results take from the service around them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from flask import Response

from dashboards.board.exporting import Value
from dashboards.board.source import Source

View = Callable[..., Any]
Guard = Callable[[str], Callable[[View], View]]
Sources = Callable[[], AbstractContextManager[Source]]
Export = Callable[[Sequence[Sequence[Value]], str], Response]
Link = Callable[..., str | None]


def no_link(_name: str, **_values: Any) -> None:
    """A host without other pages."""
    return


@dataclass(frozen=True, slots=True)
class Host:
    """The service around the pages.

    `base_template` has the blocks title, styles, content and scripts. `asset` gives the address of "plotly.js",
    "draw.js" and "board.css". `link` gives that of another page ("reply", "method", "employees", "moments", "alert",
    "participation", "comments", "history"), None where there is none. `exports` turn rows into a file, by its ending.
    """

    base_template: str
    asset: Callable[[str], str]
    link: Link = no_link
    exports: Mapping[str, Export] = field(default_factory=dict)
