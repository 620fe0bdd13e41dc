"""From wave to wave: what is told after each, and what is remembered of it."""

from functools import partial

from analysis.drift.carry import Carry
from analysis.drift.course import Course
from analysis.drift.dating import Dated, date_change
from analysis.drift.decide import Ledger, decide
from analysis.drift.rebase import Base
from analysis.drift.schedule import spans
from analysis.drift.stretch import Stretch
from analysis.drift.watch import patience


def follow(course: Course, *, log_threshold: float, waves_per_year: float, carry: Carry | None) -> Ledger:
    """Go through the waves of the call in order and tell what is to be told."""
    opened, tree = course.opened, course.setting.tree
    ledger = Ledger(
        tree=tree,
        n_scales=opened.observed.n_scales,
        log_threshold=log_threshold,
        patience=patience(waves_per_year),
        offset=opened.offset,
        bases=[] if carry is None else list(carry.bases),
        listed=set() if carry is None else set(carry.listed),
    )
    last = 0.0 if carry is None else carry.log_evidence
    asked = opened.observed.asked
    for first, end in spans(asked, opened.epochs, opened.offset):
        stretch = course.advance(first, end, ledger)
        for wave in range(first, end):
            ledger.bases.extend(Base(tree.root, scale, wave, wave, 0) for at, scale in opened.breaks if at == wave)
            if asked[wave]:
                ledger.n_scales = sum(bool((one.precision[:, : wave + 1] > 0).any()) for one in course.series)
                decide(
                    ledger,
                    wave,
                    int(asked[: wave + 1].sum()),
                    assess=partial(stretch.assess, ledger.bases),
                    date=partial(_date, stretch, ledger),
                )
                last = ledger.log_evidence[wave]
            else:
                ledger.log_evidence[wave] = last
    return ledger


def _date(stretch: Stretch, ledger: Ledger, node: tuple[int, int], wave: int, sign: int) -> Dated:
    tables = stretch.tables(*node, wave, ledger.bases)
    assert tables is not None  # noqa: S101 -- only nodes with evidence are dated
    return date_change(tables, wave, stretch.setting.shapes, sign=sign, smallest=stretch.setting.smallest)
