"""Items and the scales they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis import Instrument
from survey.importing.layout import listed
from survey.importing.survey_map import Kind, Range, ScaleSettings, SurveyMap

DEFAULT_SCALE = "all"


@dataclass(frozen=True, slots=True)
class Items:
    """`number` is the item of each label of the file, −1 where the map leaves it out."""

    number: NDArray[np.int64]
    names: tuple[str, ...]
    scales: tuple[str, ...]
    instrument: Instrument
    is_share: NDArray[np.bool_]
    warnings: tuple[str, ...]


def sort_items(labels: Sequence[str], settings: SurveyMap) -> Items:
    """Give each item its scale, range and direction; scales in the order of the map."""
    scale_of = {label: _scale(label, settings) for label in labels}
    kept = [label for label in labels if scale_of[label] is not None]
    order = [*settings.scales, *sorted({str(scale_of[label]) for label in kept} - set(settings.scales))]
    scales = [scale for scale in order if any(scale_of[label] == scale for label in kept)]
    ranges = [_range(label, scale_of[label] or "", settings) for label in kept]
    instrument = Instrument(
        np.array([scales.index(str(scale_of[label])) for label in kept], dtype=np.int64),
        [low for low, _, _, _ in ranges],
        [high for _, high, _, _ in ranges],
        [backward for _, _, backward, _ in ranges],
    )
    place = {label: number for number, label in enumerate(kept)}
    return Items(
        number=np.array([place.get(label, -1) for label in labels], dtype=np.int64),
        names=tuple(kept),
        scales=tuple(scales),
        instrument=instrument,
        is_share=np.array([kind == "share" for _, _, _, kind in ranges], dtype=np.bool_),
        warnings=_warnings(labels, kept, settings),
    )


def _scale(item: str, settings: SurveyMap) -> str | None:
    own = settings.items[item].scale if item in settings.items else None
    listed = next((scale for scale, of in settings.scales.items() if item in of.items), None)
    return own or listed or (None if settings.scales else DEFAULT_SCALE)


def _range(item: str, scale: str, settings: SurveyMap) -> tuple[float, float, bool, Kind]:
    """The item's own settings go before its scale's, and those before the default of all."""
    layers: list[Range] = [
        settings.items.get(item, Range()),
        settings.scales.get(scale, ScaleSettings()),
        settings.scale,
    ]
    kind: Kind = next((layer.kind for layer in layers if layer.kind is not None), "mean")
    usual = (0.0, 100.0) if kind == "share" else (1.0, 5.0)
    low = next((layer.low for layer in layers if layer.low is not None), usual[0])
    high = next((layer.high for layer in layers if layer.high is not None), usual[1])
    return low, high, next((layer.reversed for layer in layers if layer.reversed is not None), False), kind


def _warnings(labels: Sequence[str], kept: Sequence[str], settings: SurveyMap) -> tuple[str, ...]:
    left_out = [label for label in labels if label not in set(kept)]
    told = [*settings.items, *(item for scale in settings.scales.values() for item in scale.items)]
    absent = [item for item in dict.fromkeys(told) if item not in set(labels)]
    lines = []
    if left_out:
        lines.append(f"Items in no scale of the map, left out: {listed(left_out, 6)}.")
    if absent:
        lines.append(f"Items of the map that the files do not hold: {listed(absent, 6)}.")
    return tuple(lines)
