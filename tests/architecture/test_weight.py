"""What the command costs before it does anything."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("statsmodels", "scipy.stats", "numba", "polars", "plotly")
# Half a second is aimed at on an idle machine; three say that something heavy came in, not that the machine is busy.
SECONDS = 3.0
ASK_FOR_HELP = """
import json, sys
from survey.cli import main
sys.argv = ["aloft", *{words}]
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "command", ["", "analyse", "demo", "plan", "questionnaire check", "people import", "wave close"]
)
def test_asking_for_help_loads_nothing_heavy(command: str) -> None:
    program = ASK_FOR_HELP.format(words=[*command.split(), "--help"])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stderr.splitlines()[-1])

    assert "survey.cli" in loaded
    assert not [name for name in loaded if name in HEAVY]


def test_help_is_there_at_once(root: Path) -> None:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([root / ".venv/bin/aloft", "--help"], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)

    assert min(times) < SECONDS


def test_analysis_can_be_imported_without_its_heavy_parts() -> None:
    program = f"import sys, analysis; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
