"""Run one benchmark, or all."""

import sys
from collections.abc import Callable, Sequence

from benchmarks import analyse, monitor, opening
from benchmarks.dashboards import command as dashboards
from benchmarks.detection import command as detection
from benchmarks.redteam import command as redteam
from benchmarks.release import command as release
from benchmarks.submit import command as submit

BENCHMARKS: dict[str, Callable[[Sequence[str]], bool]] = {
    "analyse": analyse.measure,
    "dashboards": dashboards.measure,
    "detection": detection.measure,
    "monitor": monitor.measure,
    "opening": opening.measure,
    "redteam": redteam.measure,
    "release": release.measure,
    "submit": submit.measure,
}
LONG = {"detection": ["--quick"], "redteam": ["--quick"]}
"""Words for those that take hours, where all are asked for."""


def main(words: list[str]) -> int:
    """0 if every target is met, 1 if one is missed, 2 if there is no such benchmark."""
    if words and words[0] not in BENCHMARKS:
        print(f"got {words[0]!r}; wanted one of {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    asked = {words[0]: words[1:]} if words else {name: LONG.get(name, []) for name in BENCHMARKS}
    met = [BENCHMARKS[name](options) for name, options in asked.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
