"""A page of the employees as a test reads it: its fields, its text, its links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br"}


@dataclass
class Seen(HTMLParser):
    """`fields` holds each value that a form without scripts would send; `text` all words outside templates."""

    source: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._within: list[str] = []
        self._writing = ""
        self.feed(self.source)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag not in VOID:
            self._within.append(tag)
        if tag == "a" and "template" not in self._within:
            self.links.append(given["href"])
        if tag == "input" and "name" in given:
            self._enter(given)
        if tag == "textarea":
            self._writing = given["name"]
            self.fields[self._writing] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self._within and self._within[-1] == "textarea":
            # A browser leaves out the line end that follows the tag.
            self.fields[self._writing] += data.removeprefix("\n")
        elif "template" not in self._within:
            self.words.append(data)

    def _enter(self, given: dict[str, str]) -> None:
        if given.get("type") == "radio":
            self.choices.setdefault(given["name"], []).append(given["value"])
        if given.get("type") != "radio" or "checked" in given:
            self.fields[given["name"]] = given["value"]
