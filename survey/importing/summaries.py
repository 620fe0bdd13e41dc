"""Summaries: a row per wave, unit and item with a mean or the shares of answers, and n and sd where known."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from analysis import Summaries
from analysis.scoring import INTER_ITEM
from survey.importing.answers import column_numbers, refuse_off_scale, without_missing
from survey.importing.axes import Axes, number
from survey.importing.chaining import Chained, scale_summaries
from survey.importing.faults import MOST_LINES, Faults, fault
from survey.importing.item_summaries import ItemSummaries, pooled, share_sd
from survey.importing.layout import SHARES
from survey.importing.long import Floats, Long, repeated
from survey.importing.rows import Rows
from survey.importing.shares import mean_and_sd
from survey.importing.survey_map import SurveyMap


@dataclass(frozen=True, slots=True)
class SummariesRead:
    panel: Summaries
    by_item: ItemSummaries
    warnings: tuple[str, ...]


def read_summaries(rows: Rows, axes: Axes, settings: SurveyMap, *, decimal_comma: bool) -> SummariesRead:
    """Means on 0–100 by item, then by scale; cells without a mean are left out and counted."""
    faults = rows.faults()
    columns = {
        name: column_numbers(rows, name, settings, faults, decimal_comma=decimal_comma)
        for name in ("mean", "n", "sd", *SHARES)
        if name in rows.columns
    }
    faults.stop()
    _refuse_impossible(columns, faults)
    mean, sd = _mean_and_sd(columns, rows, axes, faults)
    long, n_suppressed = without_missing(_long(rows, axes, mean))
    refuse_off_scale(long, axes, faults)
    if settings.waves.bin is None:
        _refuse_second_rows(long, axes, faults)
    faults.stop()
    if not long.value.size:
        raise fault(rows.table.sources[0].path, None, "no cell that is not suppressed", "at least one")
    kept = slice(None) if long.row is None else long.row
    by_item = pooled(_in_points(long, axes, columns.get("n", np.full(mean.size, np.nan))[kept], sd[kept]))
    chained = scale_summaries(by_item, axes.items.instrument.scale_of_item)
    return SummariesRead(chained.panel, by_item, _warnings(chained, axes, n_suppressed))


def _long(rows: Rows, axes: Axes, mean: Floats) -> Long:
    return Long(
        wave=number(rows.columns["wave"], axes.waves.number),
        unit=number(rows.columns["unit"], axes.units.number),
        item=number(rows.columns["item"], axes.items.number),
        person=np.full(mean.size, -1, dtype=np.int64),
        value=mean,
        row=None,
    )


def _mean_and_sd(columns: dict[str, Floats], rows: Rows, axes: Axes, faults: Faults) -> tuple[Floats, Floats]:
    """On the item's own scale; what the shares of answers say where it is not given."""
    mean = columns.get("mean", np.full(rows.n_rows, np.nan))
    sd = columns.get("sd", np.full(rows.n_rows, np.nan))
    if SHARES[0] not in columns:
        return mean, sd
    shares = np.stack([columns.get(name, np.full(rows.n_rows, np.nan)) for name in SHARES], axis=1)
    item = number(rows.columns["item"], axes.items.number)
    wrong = np.flatnonzero((np.nansum(shares, axis=1) > 105) & (item >= 0))
    faults.add(wrong, lambda row: f"shares that add up to {np.nansum(shares[row]):g}", "100 (percent) or 1")
    instrument = axes.items.instrument
    share_mean, share_spread = mean_and_sd(shares, instrument.low[item], instrument.high[item])
    return np.where(np.isnan(mean), share_mean, mean), np.where(np.isnan(sd), share_spread, sd)


def _refuse_impossible(columns: dict[str, Floats], faults: Faults) -> None:
    for name in columns.keys() - {"mean"}:
        faults.add(np.flatnonzero(columns[name] < 0), partial(_negative, columns[name], name), "0 or more")
    n = columns.get("n", np.empty(0))
    broken = np.flatnonzero(np.isfinite(n) & (n != np.floor(n)))
    faults.add(broken, lambda row: f"{n[row]:g} as n", "a whole number of respondents")


def _negative(values: Floats, name: str, row: int) -> str:
    return f"{values[row]:g} as {name}"


def _refuse_second_rows(long: Long, axes: Axes, faults: Faults) -> None:
    n_items, n_units = len(axes.items.names), axes.units.tree.n_units
    again = repeated((long.wave * n_units + long.unit) * n_items + long.item)
    place = dict(zip(long.rows(again[:MOST_LINES]).tolist(), again[:MOST_LINES].tolist(), strict=True))

    def got(row: int) -> str:
        at = place[row]
        where, when = axes.units.paths[long.unit[at]], axes.waves.labels[long.wave[at]]
        return f"a second row for unit {where!r} and item {axes.items.names[long.item[at]]!r} in wave {when!r}"

    faults.add(long.rows(again), got, "one")


def _in_points(long: Long, axes: Axes, n: Floats, sd: Floats) -> ItemSummaries:
    instrument, is_share = axes.items.instrument, axes.items.is_share[long.item]
    low, width = instrument.low[long.item], (instrument.high - instrument.low)[long.item]
    points = 100 * (long.value - low) / width
    points = np.clip(np.where(instrument.reversed[long.item], 100 - points, points), 0, 100)
    people = np.nan_to_num(n).astype(np.int64)
    spread = np.where(is_share & np.isnan(sd), share_sd(points, people), 100 * sd / width)
    return ItemSummaries(long.wave, long.unit, long.item, people, points, spread)


def _warnings(chained: Chained, axes: Axes, n_suppressed: int) -> tuple[str, ...]:
    lines = []
    if n_suppressed:
        lines.append(f"Cells without a mean (suppressed, it seems), left out: {n_suppressed:,}.")
    for scale, wave in chained.breaks:
        name, when = axes.items.scales[scale], axes.waves.labels[wave]
        lines.append(
            f"In wave {when} no item of “{name}” had been asked before: a change of level there cannot be seen."
        )
    if chained.several_items:
        lines.append(
            f"The spread of a scale of several items supposes that two of its items correlate {INTER_ITEM:.1f}."
        )
    return tuple(lines)
