"""What is compiled for each app that is made, kept for all of a process: without it half the time of a web test.

Addresses and templates are the same in all apps.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
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

    Rule._compile_builder = once  # type: ignore[method-assign] -- there is no other place to keep it


class Kept(BytecodeCache):
    """Compiled templates, by name and content."""

    def __init__(self) -> None:
        self.compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.compiled.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def compile_templates_once() -> None:
    Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Kept()}
