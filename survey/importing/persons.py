"""One answer per person, item and wave; one unit per person and wave."""

import numpy as np

from survey.importing.axes import Axes
from survey.importing.dates import read_moment
from survey.importing.faults import MOST_LINES, Faults
from survey.importing.long import Ints, Long, repeated
from survey.importing.rows import Rows


def refuse_second_answers(long: Long, rows: Rows, axes: Axes, faults: Faults) -> None:
    """Tell rows that answer again what a person has answered in the wave."""
    linked = np.flatnonzero(long.person >= 0)
    again = linked[repeated(_keys(long, linked, with_item=True))]
    place = _shown(long, again)

    def got(row: int) -> str:
        at = place[row]
        who = rows.columns["person"].text(row)
        item, wave = axes.items.names[long.item[at]], axes.waves.labels[long.wave[at]]
        return f"a second answer of person {who!r} to item {item!r} in wave {wave!r}"

    faults.add(long.rows(again), got, "one")


def refuse_second_units(long: Long, rows: Rows, axes: Axes, faults: Faults) -> None:
    """Tell rows that put a person into another unit than an earlier row of the wave does."""
    linked = np.flatnonzero(long.person >= 0)
    if not linked.size:
        return
    first = _first_units(_keys(long, linked, with_item=False), long.unit[linked])
    elsewhere = linked[first != long.unit[linked]]
    place = _shown(long, elsewhere)

    def got(row: int) -> str:
        at = place[row]
        who, wave = rows.columns["person"].text(row), axes.waves.labels[long.wave[at]]
        return f"person {who!r} in unit {axes.units.paths[long.unit[at]]!r} and in another one in wave {wave!r}"

    faults.add(long.rows(elsewhere), got, "one unit of a person in a wave")


def latest_in_bin(long: Long, rows: Rows) -> tuple[Long, int]:
    """Where dated rows of one bin answer the same item, the latest counts, in the unit of the person's latest row."""
    moments = [read_moment(label) for label in rows.columns["wave"].labels]
    day = np.array([0 if moment is None else moment.day.toordinal() for moment in moments], dtype=np.int64)
    source = np.arange(long.wave.size) if long.row is None else long.row
    when = day[rows.columns["wave"].codes[source]]
    order = np.argsort(-when, kind="stable")  # latest first
    linked = order[long.person[order] >= 0]
    earlier = linked[repeated(_keys(long, linked, with_item=True))]
    unit = long.unit.copy()
    unit[linked] = _first_units(_keys(long, linked, with_item=False), long.unit[linked])
    wanted = np.ones(long.wave.size, dtype=np.bool_)
    wanted[earlier] = False
    return Long(long.wave, unit, long.item, long.person, long.value, long.row).keep(wanted), int(earlier.size)


def _shown(long: Long, at: Ints) -> dict[int, int]:
    """Position of the rows that will be told, by where they came from."""
    return dict(zip(long.rows(at[:MOST_LINES]).tolist(), at[:MOST_LINES].tolist(), strict=True))


def _keys(long: Long, linked: Ints, *, with_item: bool) -> Ints:
    """A number per person and wave (and item)."""
    keys = long.wave[linked] * (int(long.person.max()) + 1) + long.person[linked]
    return keys * (int(long.item.max()) + 1) + long.item[linked] if with_item else keys


def _first_units(keys: Ints, unit: Ints) -> Ints:
    """The unit in the first row that has the same key."""
    if keys.size and keys.max() < 16 * keys.size:
        first = np.empty(int(keys.max()) + 1, dtype=np.int64)
        first[keys[::-1]] = unit[::-1]  # the last one written stays
        return first[keys]
    _, at, inverse = np.unique(keys, return_index=True, return_inverse=True)
    return unit[at][inverse]
