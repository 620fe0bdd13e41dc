"""The forms of a page, as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

WRITABLE = frozenset({"text", "search", "email", "date", "number", "textarea"})
CHOSEN = frozenset({"radio", "checkbox"})
TOKEN = "csrf_token"  # noqa: S105 -- the name of a field


@dataclass
class Form:
    """`writable` are the names of fields into which people write."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    writable: set[str] = field(default_factory=set)

    @property
    def has_token(self) -> bool:
        return bool(self.fields.get(TOKEN))


def forms_of(text: str, path: str) -> list[Form]:
    """Those that are posted; one without an address is sent to that of its page."""
    reader = _Reader(path.partition("?")[0])
    reader.feed(text)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._path = path
        self._form: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(said.get("action") or self._path) if said.get("method") == "post" else None
            self.found += [self._form] if self._form else []
        elif self._form is not None:
            self._read(self._form, tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _read(self, form: Form, tag: str, said: dict[str, str]) -> None:
        if tag == "option":
            form.fields.setdefault(self._select, said.get("value", ""))
        name, kind = said.get("name", ""), said.get("type", "text" if tag == "input" else tag)
        if tag == "select":
            self._select = name
        elif name and kind in WRITABLE:
            form.writable.add(name)
            form.fields[name] = said.get("value", "")
        elif name and (kind == "hidden" or kind in CHOSEN or tag == "button"):
            form.fields.setdefault(name, said.get("value", "on"))
