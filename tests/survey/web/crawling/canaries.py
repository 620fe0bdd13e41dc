"""Texts that do harm wherever they are put into a page, a header or a cell without care."""

from html import escape

ATTACK = "\"'><script>canary</script>{{7*7}}%0d%0aSet-Cookie:x"
KINDS = ("unit", "person", "moment", "comment", "reply", "note", "company", "file", "key", "mail-fault")
CONTACT = "\"'><script>canary</script>@meridian.example"


def canary(kind: str) -> str:
    """One that says where it was put."""
    return f"{ATTACK}-{kind}"


def is_harmless(text: str) -> bool:
    """In a page: no quote, no mark of an element and no calculation of it has come through."""
    return "<script>canary" not in text and "\"'>" not in text and "49%0d%0aSet-Cookie" not in text


def seen_in(text: str) -> set[str]:
    """Whose canaries stand in a page, as texts that harm nobody."""
    return {kind for kind in KINDS if f"Set-Cookie:x-{kind}" in text and escape("<script>canary") in text}
