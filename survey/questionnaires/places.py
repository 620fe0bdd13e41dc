"""Where in a TOML text something stands; the reader of the standard library does not say."""

import re
from collections.abc import Iterator

Keys = tuple[str | int, ...]
"""Keys and, for entries of a list of tables, their numbers from 0."""

HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]")
SETTING = re.compile(r"\s*([\w.\"'-]+)\s*=")


class Places:
    """The lines of a text by their keys, looked through once however much is asked for."""

    def __init__(self, text: str) -> None:
        self._first: dict[Keys, int] = {}
        for line, path in _paths(text):
            for depth in range(1, len(path) + 1):
                self._first.setdefault(path[:depth], line)

    def line_of(self, at: Keys) -> int:
        """The first line whose keys have most in common with those asked for, or 0 where none has any."""
        found = (self._first.get(at[:depth]) for depth in range(len(at), 0, -1))
        return next((line for line in found if line is not None), 0)


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
