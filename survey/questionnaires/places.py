"""Where in a TOML text something stands; the reader of the standard library does not say."""

import re
from collections.abc import Iterator

Keys = tuple[str | int, ...]
"""Keys and, for entries of a list of tables, their numbers from 0."""

HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]")
SETTING = re.compile(r"\s*([\w.\"'-]+)\s*=")


def line_of(text: str, at: Keys) -> int:
    """The line whose keys have most in common with those asked for, or 0 where none has any."""
    best, found = 0, 0
    for line, path in _paths(text):
        common = _common(path, at)
        if common > best:
            best, found = common, line
    return found


def _paths(text: str) -> Iterator[tuple[int, Keys]]:
    table: Keys = ()
    numbers: dict[str, int] = {}
    for line, content in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(content):
            table = _keys(header[1])
            if content.lstrip().startswith("[["):
                number = numbers[header[1]] = numbers.get(header[1], -1) + 1
                table = (*table, number)
            yield line, table
        elif setting := SETTING.match(content):
            yield line, (*table, *_keys(setting[1]))


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip().strip("\"'") for key in dotted.split("."))


def _common(path: Keys, at: Keys) -> int:
    same = [ours == theirs for ours, theirs in zip(path, at, strict=False)]
    return same.index(False) if False in same else len(same)
