"""Who stands above whom, followed upward."""

from collections.abc import Mapping

MOST_NAMED = 6


def cycles(above: Mapping[str, str]) -> list[list[str]]:
    """Each cycle once, from below upward; every key is looked at once."""
    state: dict[str, int] = {}
    found = []
    for number, start in enumerate(above):
        walked, key = [], start
        while key in above and key not in state:
            state[key] = number
            walked.append(key)
            key = above[key]
        if walked and state.get(key) == number:
            found.append(walked[walked.index(key) :])
    return found


def told(names: list[str]) -> str:
    """A cycle as a sentence tells it: A → B → A."""
    shown = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED:,} more"]
    return " → ".join([*shown, names[0]])
