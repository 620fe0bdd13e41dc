"""Imports point down."""

import ast
import subprocess
from pathlib import Path

from tests.architecture.source import Source

LINTER = Path(".venv/bin/lint-imports")
SQL = {"select", "insert", "update", "delete", "text"}
MAY_BUILD_SQL = ("survey/queries/", "survey/models/", "survey/db.py", "migrations/")


def test_every_import_contract_is_kept(root: Path) -> None:
    done = subprocess.run([root / LINTER, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_line_of_the_three_packages_is_under_contract(root: Path) -> None:
    settings = (root / "pyproject.toml").read_text("utf-8")

    assert 'layers = ["survey", "dashboards", "analysis"]' in settings


def test_sql_is_built_in_queries_only(product: list[Source]) -> None:
    elsewhere = [
        f"{source.name}:{node.lineno}"
        for source in product
        if not source.name.startswith(MAY_BUILD_SQL)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sqlalchemy"
        if SQL & {alias.name for alias in node.names}
    ]

    assert not elsewhere


def test_analysis_reads_no_file_and_draws_no_hidden_random_number(product: list[Source]) -> None:
    forbidden = {"open", "print", "input", "read_text", "write_text", "read_bytes", "default_rng", "RandomState"}
    calls = [
        f"{source.name}:{node.lineno}"
        for source in product
        if source.name.startswith("analysis/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        if getattr(node.func, "attr", getattr(node.func, "id", "")) in forbidden
    ]

    assert not calls
