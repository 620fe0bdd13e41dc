"""Units of the file found among those of the company, by the path of their names."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from survey.importing.faults import MOST_LINES, UnreadableSurvey
from survey.importing.outside import OutsideSurvey
from survey.importing.people.folding import folded
from survey.queries.people import Node, path_upwards

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """`units` holds the company's unit for each unit of the file, None where there is none; `unknown` those by path."""

    units: tuple[int | None, ...]
    unknown: tuple[str, ...]


def place_units(survey: OutsideSurvey, tree: Mapping[int, Node], live: Collection[int]) -> Placed:
    """Match by names below the root: the root of the file is the company, whatever it is called.

    Of units that share a path, because one came after another, the one that is `live` is meant.
    Raises UnreadableSurvey where a path means two units, two paths mean one, or nothing but the company is found.
    """
    ours = {path: _live(units, live) for path, units in _ours(tree).items()}
    paths = _paths(survey)
    found = [ours.get(path) or ours.get(_key(path), []) for path in paths]
    lines = [
        f"unit {survey.units[at]!r}: got a path that {len(units)} units of the company have; wanted one"
        for at, units in enumerate(found)
        if len(units) > 1
    ]
    if not lines:
        lines += _meant_twice(survey, found)
    if not lines and len(paths) > 1 and not any(found[at] for at, path in enumerate(paths) if path):
        lines = _nothing_found(survey, paths, tree)
    if lines:
        more = [f"… and {len(lines) - MOST_LINES:,} more"] if len(lines) > MOST_LINES else []
        raise UnreadableSurvey([*lines[:MOST_LINES], *more])
    unknown = tuple(_with_hint(path, tree) for path, units in zip(paths, found, strict=True) if not units)
    return Placed(tuple(units[0] if units else None for units in found), unknown)


def _paths(survey: OutsideSurvey) -> list[Path]:
    """Names of each unit of the file below its root."""
    tree, names = survey.tree, [path.rsplit("/", 1)[-1] for path in survey.units]
    return [tuple(names[unit] for unit in tree.path(at)[1:]) for at in range(tree.n_units)]


def _ours(tree: Mapping[int, Node]) -> dict[Path, list[int]]:
    """Units by their path, as it is written and without what people write differently."""
    ours: dict[Path, list[int]] = defaultdict(list)
    for unit in sorted(tree):
        names = tuple(tree[one].name for one in reversed(path_upwards(tree, unit)[:-1]))
        for key in {names, _key(names)}:
            ours[key].append(unit)
    return ours


def _live(units: list[int], live: Collection[int]) -> list[int]:
    return [unit for unit in units if unit in live] or units


def _key(path: Path) -> Path:
    """Names without what people write differently."""
    return tuple(folded(name) or name for name in path)


def _meant_twice(survey: OutsideSurvey, found: list[list[int]]) -> list[str]:
    first: dict[int, int] = {}
    lines = []
    for at, units in enumerate(found):
        if units and first.setdefault(units[0], at) != at:
            other = survey.units[first[units[0]]]
            lines.append(f"unit {survey.units[at]!r}: got a second path beside {other!r} for one unit; wanted one path")
    return lines


def _nothing_found(survey: OutsideSurvey, paths: list[Path], tree: Mapping[int, Node]) -> list[str]:
    root = next(unit for unit, node in tree.items() if node.parent is None)
    known = [node.name for node in tree.values() if node.parent == root][:3]
    named = f"names such as {', '.join(known)}" if known else "units, which the company has not: import people first"
    unknown = [survey.units[at] for at, path in enumerate(paths) if path]
    return [f"unit {unit!r}: got a unit that the company does not have; wanted {named}" for unit in unknown]


def _with_hint(path: Path, tree: Mapping[int, Node]) -> str:
    """The path, and where the company has a unit of that name."""
    told = "/".join(path)
    elsewhere = [
        unit for unit, node in tree.items() if node.parent is not None and folded(node.name) == folded(path[-1])
    ]
    if len(elsewhere) != 1:
        return told
    names = [tree[one].name for one in reversed(path_upwards(tree, elsewhere[0])[:-1])]
    return f"{told} (here {'/'.join(names)})"
