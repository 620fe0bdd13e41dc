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
folder = sys.argv[1]
urls = {name + "_url": f"sqlite:///{folder}/{name}.db" for name in ("database", "answers", "vault")}
settings = Settings(**urls, secret_key="s" * 32)
stores = open_stores(settings)
upgrade_all(stores)
client = create_app(settings, stores).test_client()
for path in ("/", "/sign-in", "/readyz"):
    assert client.get(path).status_code == 200, path
stores.dispose()
print(json.dumps(sorted(sys.modules)))
"""


def test_a_web_worker_loads_nothing_heavy(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MAKE, str(tmp_path)], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])

    assert "survey.app" in loaded
    assert not [name for name in loaded if name in HEAVY]
