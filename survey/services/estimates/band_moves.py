"""Bands of the company that may have moved, as HR may be told of them today."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from dashboards.board.values import BandMove, Range
from survey.queries.releases import Row
from survey.services.estimates.cohorts import FRONT_LINE, LEADERS
from survey.services.release import reading
from survey.services.release.reading import Opened

LATELY = 12
"""Waves for which an entry stands on the list."""


def band_moves(session: Session, opened: Opened) -> list[BandMove]:
    """Of bands that the release shows, with 2k people and more as of today; the newest first. None but for HR."""
    told = (opened.facts.health or {}).get("cohorts", ())
    newest = {(one["factor"], one["band"], one["principle"]): one for one in told}
    lately = [one for one in newest.values() if opened.number - LATELY < one["told_in"] <= opened.number]
    if not lately or not opened.reader.sees_watch_list:
        return []
    shown = _shown(session, opened)
    found = (_moved(one, shown) for one in lately)
    return sorted((one for one in found if one), key=lambda one: -one.told_in)


def _shown(session: Session, opened: Opened) -> dict[tuple[str, str, str], Row]:
    """By factor, band and principle; joined leaders stand for leaders."""
    rows = [row for row in reading.rows(session, opened, [opened.root]) if row.factor and row.points is not None]
    large = [row for row in rows if (row.people or 0) >= 2 * opened.k]
    return {(row.factor, LEADERS if row.band.split("+")[0] == LEADERS else row.band, row.measure): row for row in large}


def _moved(one: Mapping[str, Any], shown: Mapping[tuple[str, str, str], Row]) -> BandMove | None:
    factor, principle = one["factor"], one["principle"]
    bands = (LEADERS, FRONT_LINE) if factor == "level" else (one["band"],)
    rows = [shown.get((factor, band, principle)) for band in bands]
    means = [row.points for row in rows if row is not None and row.points is not None]
    if len(means) < len(bands):
        return None
    sizes = [one[name] for name in ("points", "low", "high")]
    return BandMove(
        factor=factor,
        band=one["band"],
        principle=principle,
        direction=one["direction"],
        told_in=one["told_in"],
        onset=one["onset"],
        size=None if None in sizes else Range(*sizes),
        gap=means[0] - means[1] if factor == "level" else None,
    )
