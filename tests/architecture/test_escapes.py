"""Whoever turns a rule off says why, in the same line."""

import re
import tokenize
from io import StringIO
from pathlib import Path

from tests.architecture.source import Source

ESCAPE = re.compile(r"#\s*(noqa|type:\s*ignore|pragma: no)", re.IGNORECASE)
WITH_REASON = re.compile(
    r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[\w, -]+\]|pragma: no (cover|branch)) -- \w.*"
)


def comments(text: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(StringIO(text).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def test_every_escape_names_its_rule_and_its_reason(sources: list[Source]) -> None:
    bare = [
        f"{source.name}:{line}"
        for source in sources
        for line, comment in comments(source.text)
        if ESCAPE.search(comment) and not WITH_REASON.search(comment)
    ]

    assert not bare


def test_every_rule_turned_off_for_the_project_has_its_reason(root: Path) -> None:
    settings = (root / "pyproject.toml").read_text("utf-8")
    block = settings.split("ignore = [\n", 1)[1].split("\n]", 1)[0]

    assert all(re.search(r"# \S", line) for line in block.splitlines())
