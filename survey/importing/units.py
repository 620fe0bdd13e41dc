"""The tree of units, from paths or from a table of parents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis import Tree
from survey.importing.faults import MOST_LINES, UnreadableSurvey
from survey.importing.layout import listed
from survey.importing.survey_map import UnitTable
from survey.importing.table import Table, open_sources, read_table

Names = tuple[str, ...]
DEEPEST = 50
"""Levels of a path: each is a unit of its own, and all that is above it stands in its name."""


@dataclass(frozen=True, slots=True)
class Units:
    """`number` is the unit of each label of the file, −1 where it has none; `paths` names every unit in full.

    `left_out` marks labels whose rows are not read, and not wrong either.
    """

    number: NDArray[np.int64]
    left_out: NDArray[np.bool_]
    tree: Tree
    paths: tuple[str, ...]
    wanted: str
    warnings: tuple[str, ...] = ()


def units_from_paths(labels: Sequence[str]) -> Units:
    """Every label is a path Company/Division/Team; what is above a unit is a unit too."""
    paths = [_split(label) for label in labels]
    units = _numbered(paths, "a path Company/Division/Team without empty names")
    twice = [label for label, path in zip(labels, paths, strict=True) if len(set(path)) < len(path)]
    if not twice:
        return units
    told = f"A unit below one of its own name is taken as another unit, not as its own ancestor: {listed(twice, 3)}."
    return replace(units, warnings=(*units.warnings, told))


def units_from_table(labels: Sequence[str], settings: UnitTable, beside: Path, *, keep_strangers: bool) -> Units:
    """Every label is an id of the table; ids it does not hold go below the root, or are left out."""
    table = _read(settings, beside)
    strangers = [label for label in labels if label not in table]
    if len(strangers) == len(labels):
        wanted = f"ids of {settings.file}, column {settings.id!r}"
        raise UnreadableSurvey([f"{beside}: got no unit of the table, but {labels[0]!r} and others; wanted {wanted}"])
    top = _top(table)
    elsewhere = {label: (*top, _sayable(label)) if keep_strangers else () for label in strangers}
    paths = [elsewhere[label] if label in elsewhere else _path(label, table) for label in labels]
    units = _numbered(paths, f"an id of {settings.file}")
    warnings = (*_about(strangers, keep=keep_strangers), *units.warnings)
    return replace(units, left_out=np.array([not path for path in paths], dtype=np.bool_), warnings=warnings)


def _about(strangers: Sequence[str], *, keep: bool) -> list[str]:
    if not strangers:
        return []
    end = "they stand directly below the company" if keep else "their rows are left out"
    return [f"Units that the table of units does not hold ({listed(strangers, 3)}; {len(strangers):,} in all): {end}."]


def _split(label: str) -> Names:
    names = tuple(name.strip() for name in label.strip("/").split("/"))
    return names if all(names) and len(names) <= DEEPEST else ()


def _numbered(paths: Sequence[Names], wanted: str) -> Units:
    """Number all units, parents first and by name; several at the top get a root above them."""
    every = sorted(
        {path[:depth] for path in paths for depth in range(1, len(path) + 1)}, key=lambda path: (len(path), path)
    )
    tops = [path for path in every if len(path) == 1]
    none = np.zeros(len(paths), dtype=np.bool_)
    if not tops:
        return Units(np.full(len(paths), -1), none, Tree([-1]), ("All",), wanted)
    warnings: tuple[str, ...] = ()
    above, names = -1, ["/".join(path) for path in every]
    if len(tops) > 1:
        root = "All" if ("All",) not in tops else "All units"
        every, names, above = [(), *every], [root, *names], 0
        warnings = (f"The files name {len(tops):,} units at the top; “{root}” stands above them.",)
    number = {path: unit for unit, path in enumerate(every)}
    parent = [-1 if path == every[0] else (above if len(path) == 1 else number[path[:-1]]) for path in every]
    of_label = np.array([number[path] if path else -1 for path in paths], dtype=np.int64)
    return Units(of_label, none, Tree(parent), tuple(names), wanted, warnings)


def _read(settings: UnitTable, beside: Path) -> dict[str, tuple[str, str, int]]:
    """Parent, name and row of every id; the last row counts where an id has several."""
    file = beside.parent / settings.file
    wanted = [name for name in (settings.id, settings.parent, settings.name) if name is not None]
    table = read_table(open_sources([file]), list(dict.fromkeys(wanted)))
    ids, above = table.columns[settings.id], table.columns.get(settings.parent or "")
    name = table.columns.get(settings.name or "")
    rows = {
        ids.text(row): (above.text(row) if above else "", (name.text(row) if name else "") or ids.text(row), row)
        for row in range(table.n_rows)
        if ids.text(row)
    }
    _refuse_cycles(rows, table)
    return _told_apart(rows)


def _told_apart(rows: dict[str, tuple[str, str, int]]) -> dict[str, tuple[str, str, int]]:
    """Units of one parent that share a name carry their id behind it."""
    twins = Counter((parent, name) for parent, name, _ in rows.values())
    return {
        unit: (parent, name if twins[parent, name] == 1 else f"{name} ({unit})", row)
        for unit, (parent, name, row) in rows.items()
    }


def _refuse_cycles(rows: Mapping[str, tuple[str, str, int]], table: Table) -> None:
    wrong = sorted(row for unit, (_, _, row) in rows.items() if _is_own_ancestor(unit, rows))
    places = zip(table.places(wrong[:MOST_LINES]), wrong, strict=False)
    named = {row: (unit, parent) for unit, (parent, _, row) in rows.items()}
    lines = [f"{place}: got {_loop(*named[row])}; wanted a parent above it" for place, row in places]
    if len(wrong) > MOST_LINES:
        lines.append(f"… and {len(wrong) - MOST_LINES:,} more")
    if lines:
        raise UnreadableSurvey(lines)


def _loop(unit: str, parent: str) -> str:
    return f"the unit {unit!r} below {parent!r}, which makes it its own ancestor"


def _is_own_ancestor(unit: str, rows: Mapping[str, tuple[str, str, int]]) -> bool:
    seen: set[str] = set()
    above = rows[unit][0]
    while above in rows and above not in seen and len(seen) <= DEEPEST:
        if above == unit:
            return True
        seen.add(above)
        above = rows[above][0]
    return above == unit


def _path(unit: str, rows: Mapping[str, tuple[str, str, int]]) -> Names:
    """Names from the top down; a parent that is no unit of the table is a unit of that name at the top."""
    names: list[str] = []
    while unit in rows:
        if len(names) == DEEPEST:
            raise UnreadableSurvey([f"got the unit {names[0]!r} below {DEEPEST} others or more; wanted fewer levels"])
        names.append(_name(unit, rows))
        unit = rows[unit][0]
    return tuple(reversed([*names, _sayable(unit)] if unit else names))


def _top(rows: Mapping[str, tuple[str, str, int]]) -> Names:
    tops = [unit for unit, (parent, _, _) in rows.items() if not parent]
    return _path(tops[0], rows) if len(tops) == 1 else ()


def _name(unit: str, rows: Mapping[str, tuple[str, str, int]]) -> str:
    return _sayable(rows[unit][1])


def _sayable(name: str) -> str:
    """A slash inside a name would read as two levels; the division slash looks the same."""
    return name.replace("/", "∕")
