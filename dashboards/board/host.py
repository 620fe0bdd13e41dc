"""What the pages of results take from the service around them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from flask import Response

from dashboards.board.coming import Coming
from dashboards.board.source import Source

Value = str | float | None
View = Callable[..., Any]
Guard = Callable[[str], Callable[[View], View]]
Sources = Callable[[], AbstractContextManager[Source]]
Export = Callable[[Sequence[Sequence[Value]], str], Response]
Link = Callable[..., str | None]


def no_link(_name: str, **_values: Any) -> None:
    """A host without other pages."""
    return


def nothing_known() -> None:
    """A host that knows nothing of the wave that comes."""
    return


@dataclass(frozen=True, slots=True)
class Host:
    """The service around the pages.

    `base_template` has the blocks title, styles, content and scripts. `asset` gives the address of "plotly.js",
    "draw.js" and "board.css". `link` gives that of another page, None where there is none. `exports` turn rows into a
    file, by its ending. `coming` is the first wave, before there are results.
    """

    base_template: str
    asset: Callable[[str], str]
    link: Link = no_link
    exports: Mapping[str, Export] = field(default_factory=dict)
    coming: Callable[[], Coming | None] = nothing_known
