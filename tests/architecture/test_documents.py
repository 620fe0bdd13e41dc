"""Documents point at what is there, and their examples run."""

import doctest
import re
from pathlib import Path

import pytest

FRONT = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")


@pytest.mark.parametrize("name", FRONT)
def test_links_of_the_front_pages_lead_somewhere(name: str, root: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)", (root / name).read_text("utf-8"))

    assert not [target for target in targets if "://" not in target and not (root / target).exists()]


def test_python_examples_of_the_documentation_run(root: Path) -> None:
    pages = [page for page in sorted((root / "docs").rglob("*.md")) if ">>>" in page.read_text("utf-8")]
    outcomes = {
        page.name: doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        for page in pages
    }

    assert outcomes
    assert not [name for name, outcome in outcomes.items() if outcome.failed]


def test_every_page_is_in_the_menu(root: Path) -> None:
    menu = (root / "mkdocs.yml").read_text("utf-8")
    pages = {page.relative_to(root / "docs").as_posix() for page in (root / "docs").rglob("*.md")}

    assert not {page for page in pages if page not in menu}
