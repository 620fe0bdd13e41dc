"""Werkzeug compiles all addresses of each app that is made: a third of the time of a web test, the same each time."""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


def compile_addresses_once() -> None:
    """Keep what was compiled for all apps of this process. The code knows a rule's parts and takes the rule itself."""
    compiled: dict[str, Builder] = {}
    anew = Rule._compile_builder

    def once(rule: Any, append_unknown: bool = True) -> Builder:  # noqa: FBT001, FBT002 -- the shape of Werkzeug's own
        key = repr((rule.rule, rule._trace, rule.defaults, append_unknown))
        if key not in compiled:
            compiled[key] = anew(rule, append_unknown)
        return compiled[key]

    Rule._compile_builder = once  # type: ignore[method-assign]
