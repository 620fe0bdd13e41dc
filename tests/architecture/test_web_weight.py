"""A web worker answers people; what computes is loaded by those who compute."""

import json
import subprocess
import sys
from pathlib import Path

HEAVY = ("scipy", "statsmodels", "numba", "polars", "plotly", "matplotlib", "slack_sdk")
MAKE = """
import json, sys
from survey.config import Settings
from survey.db import open_stores
from survey.schema import upgrade_all
from survey.app import create_app
from survey.web.warming import warm
folder = sys.argv[1]
urls = {name + "_url": f"sqlite:///{folder}/{name}.db" for name in ("database", "answers", "vault")}
settings = Settings(**urls, secret_key="s" * 32)
stores = open_stores(settings)
upgrade_all(stores)
app = create_app(settings, stores)
warm(app)
client = app.test_client()
for path in ("/", "/sign-in", "/readyz"):
    assert client.get(path).status_code == 200, path
stores.dispose()
print(json.dumps(sorted(sys.modules)))
"""

COMPUTE = """
import json, sys
from analysis.motion import USUAL
from analysis.participation import watch_response
from analysis.trend import trends
watch_response([100] * 8, [72, 70, 73, 71, 70, 72, 71, 60])
trends([[60.0] * 4], [[50] * 4], [20.0] * 4, [0.0, 0.1, 0.2, 0.3], USUAL).change(0)
print(json.dumps(sorted(sys.modules)))
"""


def test_what_pages_of_results_compute_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", COMPUTE], capture_output=True, text=True, check=True)

    assert not [name for name in json.loads(done.stdout) if name in HEAVY]


def test_a_web_worker_loads_nothing_heavy(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MAKE, str(tmp_path)], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])

    assert {"survey.app", "analysis.trend", "holidays"} <= set(loaded)
    assert not [name for name in loaded if name in HEAVY]
