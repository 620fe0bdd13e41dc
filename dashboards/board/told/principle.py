"""What is told of a principle: the change over twelve months, where it slides, and mix or mind."""

from datetime import date, timedelta

from dashboards.board.findings import unsplit
from dashboards.board.told.telling import Telling
from dashboards.board.values import Cell, Found, Split
from dashboards.wording.numbers import SMALL_COUNT, answered

A_YEAR = timedelta(days=365)
ABOUT = timedelta(days=16)


def change(telling: Telling, cell: Cell | None) -> str:
    """The change with its interval; or which of the kinds of nothing it is."""
    text = telling.voice.text
    if cell is None:
        return text("Not shown: protects a group of fewer than %(k)s.", k=telling.board.k)
    if cell.bound:
        return text("Nearly all answers are alike, so that only a bound is shown.")
    if cell.change is None or cell.since is None:
        is_first = len(telling.board.waves) == 1
        return text("Change: unknown, one round has no before.") if is_first else text("Change: unknown.")
    size = telling.voice.signed(cell.change.value)
    values = {"size": size, "range": telling.voice.signed_span(cell.change.low, cell.change.high)}
    if _is_a_year(telling.day(cell.since), telling.board.wave.opened_on):
        return text("Change in twelve months: %(size)s (%(range)s).", **values)
    return text("Change since %(month)s: %(size)s (%(range)s).", month=telling.month(cell.since), **values)


def company(telling: Telling) -> str:
    """Beside an alarm of another unit, that of the company there is none."""
    return telling.voice.text("%(unit)s: no drift found.", unit=telling.company)


def elsewhere(telling: Telling, found: Found, cell: Cell | None) -> str:
    """The level of a unit that slides, and of how many answers; empty where it is not shown."""
    if cell is None or cell.level is None:
        return ""
    values = {"unit": telling.unit(found.unit), "level": telling.level(cell.level)}
    if cell.people is None or cell.people >= SMALL_COUNT:
        return telling.voice.text("%(unit)s: %(level)s.", **values)
    return telling.voice.text("%(unit)s: %(level)s, %(band)s answers.", band=answered(cell.people), **values)


def minds(telling: Telling, split: Split | None) -> str:
    """How much of a change is people who answered otherwise; empty where that cannot be said."""
    within = split.parts.get("within") if split else None
    if split is None or within is None or unsplit(split):
        return ""
    return telling.voice.text(
        "The people who stayed moved by %(size)s; the rest is who came, who left and who answered.",
        size=telling.moved(within, 1),
    )


def _is_a_year(since: date, until: date) -> bool:
    return abs((until - since) - A_YEAR) <= ABOUT
