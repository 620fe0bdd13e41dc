"""The code as text, for rules about the code itself."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import Source

ROOT = Path(__file__).parents[2]
PACKAGES = ("analysis", "dashboards", "survey", "migrations", "benchmarks", "docs", "tests")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    texts = [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]
    return [Source(name, text, ast.parse(text)) for name, text in texts]


@pytest.fixture(scope="session")
def product(sources: list[Source]) -> list[Source]:
    """Without tests and benchmarks."""
    return [source for source in sources if not source.name.startswith(("tests/", "benchmarks/"))]


@pytest.fixture(scope="session")
def committed_texts() -> dict[str, str]:
    """Every text file of the project, also those git does not know yet."""
    outside = {"site", "instance", "build", "dist", "__pycache__"}
    inside = [path for path in ROOT.iterdir() if path.name not in outside and not path.name.startswith(".")]
    inside += [ROOT / ".ci", ROOT / ".gitignore"]
    files = [file for path in inside for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    texts = {}
    for file in files:
        if file.is_file() and not outside & set(file.parts) and b"\0" not in (content := file.read_bytes()):
            texts[file.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return texts
