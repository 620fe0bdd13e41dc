"""SECURITY.md speaks of what is there, and of every requirement of levels 1 and 2."""

import ast
import re
from pathlib import Path

import pytest

# The requirements of ASVS 5.0.0 of levels 1 and 2: by section the highest number, and those below it of level 3.
LAST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2,
    "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3,
    "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3,
    "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3,
    "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2,
    "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1,
    "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
}  # fmt: skip
OF_LEVEL_3 = {"1.2.10"}
"""Kept as well, and named for that."""
NUMBER = re.compile(r"\b\d+\.\d+\.\d+\b")
NAMED = re.compile(r"`((?:survey|dashboards|analysis|tests|requirements)/[^`:]+)(?:::(\w+))?`")
FORBIDDEN = frozenset({"pickle", "marshal", "shelve", "yaml", "subprocess", "dill", "joblib", "xml"})


@pytest.fixture
def page(root: Path) -> str:
    return (root / "SECURITY.md").read_text("utf-8")


@pytest.fixture
def told(page: str) -> list[str]:
    """The first cell of each row of the tables of requirements, as numbers."""
    tables = page.partition("## OWASP")[2].partition("## Known")[0]
    firsts = [line.split("|")[1] for line in tables.splitlines() if line.startswith("| ") and NUMBER.match(line[2:])]
    return [number for cell in firsts for number in NUMBER.findall(cell)]


def test_every_requirement_is_told_once(told: list[str]) -> None:
    wanted = {f"{section}.{number}" for section, last in LAST.items() for number in range(1, last + 1)}

    assert sorted(told) == sorted(set(told))
    assert set(told) == wanted | OF_LEVEL_3


def test_every_place_and_every_test_is_there(page: str, root: Path) -> None:
    named = NAMED.findall(page)

    assert len(named) > 150
    assert [path for path, _ in named if not (root / path).exists()] == []
    for path, test in named:
        assert not test or f"def {test}(" in (root / path).read_text("utf-8"), (path, test)


def test_a_row_without_a_place_or_a_test_says_why(page: str) -> None:
    rows = [line for line in page.splitlines() if line.startswith("| ") and NUMBER.match(line[2:])]
    silent = [
        row
        for row in rows
        if row.count("|") == 5 and row.endswith("| — |") and "pen" not in row and "filled" not in row
    ]

    assert [row.split("|")[1] for row in silent] == [" 12.3.3 ", " 16.1.1 "]


def test_the_service_starts_no_program_and_revives_no_objects(root: Path) -> None:
    found = [
        (path.name, name)
        for folder in ("survey", "dashboards", "analysis")
        for path in (root / folder).rglob("*.py")
        for name in _reached(ast.parse(path.read_text("utf-8")))
        if name.partition(".")[0] in FORBIDDEN or name in {"eval", "exec", "os.system", "os.popen", "__import__"}
    ]

    assert found == []


def _reached(tree: ast.AST) -> list[str]:
    """What is imported, and what is called by a plain name."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
        elif isinstance(node, ast.Call):
            names.append(ast.unparse(node.func) if isinstance(node.func, ast.Name | ast.Attribute) else "")
    return names
