"""Run one benchmark, or all."""

import sys
from collections.abc import Callable

from benchmarks import analyse

BENCHMARKS: dict[str, Callable[[], bool]] = {"analyse": analyse.measure}


def main(words: list[str]) -> int:
    """0 if every target is met, 1 if one is missed, 2 if there is no such benchmark."""
    unknown = [word for word in words if word not in BENCHMARKS]
    if unknown:
        print(f"got {unknown[0]!r}; wanted one of {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    met = [BENCHMARKS[name]() for name in words or BENCHMARKS]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
