"""Under CI nothing passes by skipping: what is missing has to be installed."""

import os
import tempfile
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import settings

from tests.compiling import compile_addresses_once, compile_templates_once
from tests.memory import folder_in_memory

# Read when the first test asks for a folder.
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder_in_memory() or tempfile.gettempdir())
# How long something takes is measured by benchmarks: a machine of tests is busy.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
compile_addresses_once()
compile_templates_once()

# Real survey files are not ours to ship, so that tests of them may skip where the folder is absent.
MAY_SKIP = "shared/data"

pytest_plugins = ["tests.stores"]

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return fail_if_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return fail_if_skipped(report)


def fail_if_skipped(report: Report) -> Report:
    reason = str(report.longrepr)
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail") and MAY_SKIP not in reason:
        report.outcome = "failed"
        report.longrepr = f"skipped under CI: {reason}"
    return report
