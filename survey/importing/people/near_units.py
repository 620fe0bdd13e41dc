"""New units that may be a known one, written differently."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from survey.importing.people.current import CurrentCompany
from survey.importing.people.faults import quoted
from survey.importing.people.folding import folded
from survey.importing.people.unit_path import UnitPath, join_path

MOST_COMPARED = 200
MOST_WARNINGS = 20


def near_units(unit_of: Mapping[int, UnitPath], current: CurrentCompany) -> tuple[str, ...]:
    """A warning for each new unit beside which stands one that is nearly named so."""
    lines = _first_lines(unit_of)
    new = [path for path in lines if path not in current.units]
    siblings: dict[UnitPath, dict[str, list[UnitPath]]] = defaultdict(lambda: defaultdict(list))
    for path in [*sorted(current.units), *new]:
        siblings[path[:-1]][folded(path[-1])].append(path)
    warnings = [
        f"{quoted(join_path(path))} (line {lines[path]:,}) is nearly {quoted(join_path(near))}: is it another unit?"
        for path, near in _pairs(new, siblings, current)
    ]
    return (*warnings[:MOST_WARNINGS], *_rest(warnings))


def _rest(warnings: list[str]) -> list[str]:
    more = len(warnings) - MOST_WARNINGS
    return [f"{more:,} more units are nearly named like another."] if more > 0 else []


def _first_lines(unit_of: Mapping[int, UnitPath]) -> dict[UnitPath, int]:
    """Every unit of the file, also those above others, with the line that names it first."""
    lines: dict[UnitPath, int] = {}
    for line, path in unit_of.items():
        for depth in range(len(path), 0, -1):
            if path[:depth] in lines:
                break
            lines[path[:depth]] = line
    return lines


def _pairs(
    new: list[UnitPath], siblings: Mapping[UnitPath, Mapping[str, list[UnitPath]]], current: CurrentCompany
) -> Iterator[tuple[UnitPath, UnitPath]]:
    """Alike but for case, blanks and signs; beside known units also alike but for a letter or two."""
    compared = 0
    for path in new:
        beside, fold = siblings[path[:-1]], folded(path[-1])
        first = beside[fold][0]
        if first != path:
            yield path, first
        elif path[:-1] in current.units and compared < MOST_COMPARED:
            compared += 1
            yield from ((path, near) for near in _misspelt(fold, beside, current))


def _misspelt(fold: str, beside: Mapping[str, list[UnitPath]], current: CurrentCompany) -> Iterator[UnitPath]:
    known = [other for other, paths in beside.items() if other != fold and paths[0] in current.units]
    for near in get_close_matches(fold, known[:MOST_COMPARED], n=1, cutoff=0.88):
        if _digits(near) == _digits(fold):  # Team 1 and Team 2 are two teams
            yield beside[near][0]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
