"""What is installed is pinned by its content, wherever it comes from."""

import re
from pathlib import Path

import pytest

# Put together here, so that this file does not hold what it looks for.
INDEX_ADDRESS = re.compile(
    "|".join(["https?://[^\\s\"']*/" + "simple\\b", "pythonhosted" + "\\.", "(?<!emit-)index-" + "url"])
)


@pytest.mark.parametrize("group", ["app", "production", "test", "audit"])
def test_every_requirement_is_pinned_by_hash(group: str, root: Path) -> None:
    text = (root / "requirements" / f"{group}.txt").read_text("utf-8")
    entries = re.findall(r"^\S+==[^\n]*(?:\n    [^\n]*)*", text, re.MULTILINE)

    assert len(entries) > 10
    assert all("--hash=sha256:" in entry for entry in entries)


def test_no_file_names_a_package_index(committed_texts: dict[str, str]) -> None:
    naming = [name for name, text in committed_texts.items() if INDEX_ADDRESS.search(text)]

    assert not naming
