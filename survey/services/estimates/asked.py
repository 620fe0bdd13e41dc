"""People asked in a unit, those below it included."""

from collections.abc import Mapping

from survey.queries.people import Node, path_upwards


def asked_below(own: Mapping[int, int], tree: Mapping[int, Node]) -> dict[int, int]:
    """From the people asked in each unit alone."""
    total = dict.fromkeys(tree, 0)
    for unit, n in own.items():
        for one in path_upwards(tree, unit) if unit in tree else ():
            total[one] += n
    return total
