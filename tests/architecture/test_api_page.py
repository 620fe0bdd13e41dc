"""The page on the API lists all there is of it."""

from pathlib import Path

from survey.services.api_tokens import Scope
from survey.web.api.document import described_path
from survey.web.api.operations import OPERATIONS


def test_the_page_of_the_api_lists_every_operation(root: Path) -> None:
    page = (root / "docs/reference/api.md").read_text("utf-8")
    rows = [f"| `{one.method} {described_path(one)}` |" for one in OPERATIONS]

    assert [row for row in rows if row not in page] == []
    assert [scope for scope in Scope if f"| `{scope}` |" not in page] == []
    assert page.count("| `GET ") + page.count("| `P") + page.count("| `D") == len(OPERATIONS)
