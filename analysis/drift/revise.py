"""Changes that have been told, as they are known after the last wave."""

from dataclasses import replace

from analysis.drift.dating import date_change
from analysis.drift.decide import Ledger
from analysis.drift.result import Alarm
from analysis.drift.shapes import ONSET_MONTHS
from analysis.drift.stretch import Stretch


def revised(ledger: Ledger, stretch: Stretch) -> tuple[Alarm, ...]:
    """Every alarm of this call, described anew; one that began long ago as it was told.

    More waves make onset, size and shape surer, and take away most of what a size read too large when it had just
    crossed the line.
    """
    return tuple(_revised(ledger, stretch, told) for told in ledger.alarms)


def _revised(ledger: Ledger, stretch: Stretch, told: Alarm) -> Alarm:
    months, offset = stretch.setting.calendar.months, ledger.offset
    last = months.size - 1
    bases = [base for base in ledger.bases if (base.unit, base.scale) == (told.unit, told.scale)]
    base = next((base for base in bases if base.told == told.wave + offset), None)
    if base is None or months[last] - months[base.onset] > ONSET_MONTHS:
        return told
    tables = stretch.described(base, ledger.bases, last)
    if tables is None:
        return told
    dated = date_change(
        tables,
        last,
        stretch.setting.shapes,
        sign=-1 if told.direction == "down" else 1,
        smallest=stretch.setting.smallest,
    )
    return replace(
        told,
        shape="step" if dated.is_step else "ramp",
        onset=dated.onset - offset,
        onset_low=dated.onset_low - offset,
        onset_high=dated.onset_high - offset,
        size=dated.size,
        low=dated.low,
        high=dated.high,
    )
