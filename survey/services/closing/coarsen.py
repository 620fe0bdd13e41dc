"""After the close a stored answer must point to at least k people: units with too few rows give them upwards."""

from collections import Counter
from collections.abc import Mapping

from survey.queries.people import Node, path_upwards


def coarsened(rows: Mapping[int, int], tree: Mapping[int, Node], *, k: int) -> dict[int, int]:
    """The unit that the rows of each unit are raised to.

    Parameters
    ----------
    rows : mapping of int to int
        Number of answers stored at each unit, its own rows and not those of units below.
    tree : mapping of int to Node
        The tree of the wave.
    k : int
        Rows a unit needs at least to keep its own.

    Returns
    -------
    dict of int to int
        For each unit of `rows` where its rows go. No unit ends with 1 to k-1 rows, unless the whole wave has so few.

    Notes
    -----
    From the leaves upwards a unit with too few rows gives them to its parent. If too few then stand at the root,
    the smallest group below it joins them there: else they alone would be the ones that came from small units.
    """
    at = Counter({unit: count for unit, count in rows.items() if count})
    goes_to = {unit: unit for unit in rows}
    depth = {unit: len(path_upwards(tree, unit)) for unit in tree}
    root = next(unit for unit, node in tree.items() if node.parent is None)

    def move(source: int, target: int) -> None:
        at[target] += at.pop(source)
        goes_to.update({unit: target for unit, now in goes_to.items() if now == source})

    for unit in sorted(tree, key=lambda unit: (-depth[unit], unit)):
        parent = tree[unit].parent
        if parent is not None and 0 < at[unit] < k:
            move(unit, parent)
    while 0 < at[root] < k and (others := [(count, unit) for unit, count in at.items() if unit != root and count]):
        move(min(others)[1], root)
    return goes_to
