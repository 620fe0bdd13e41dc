"""From wave to wave: what is told after each, and what is remembered of it."""

from functools import partial

from analysis.drift.assess import Assessment
from analysis.drift.carry import Carry
from analysis.drift.course import Course
from analysis.drift.dating import Dated, date_change
from analysis.drift.decide import Ledger, decide
from analysis.drift.rebase import Base, restarts
from analysis.drift.schedule import spans
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
        course.advance(first, end, ledger)
        memory = _Memory(course, ledger, (first, end))
        for wave in range(first, end):
            ledger.bases.extend(Base(tree.root, scale, wave, wave, 0) for at, scale in opened.breaks if at == wave)
            if asked[wave]:
                ledger.n_scales = sum(bool((one.precision[:, : wave + 1] > 0).any()) for one in course.series)
                decide(
                    ledger,
                    wave,
                    int(asked[: wave + 1].sum()),
                    assess=memory.evidence,
                    date=partial(_date, course, ledger),
                )
                last = ledger.log_evidence[wave]
            else:
                ledger.log_evidence[wave] = last
    return ledger


class _Memory:
    """The stretch's evidence, computed anew only when a change has been told."""

    def __init__(self, course: Course, ledger: Ledger, waves: tuple[int, int]) -> None:
        self.course, self.ledger, self.waves = course, ledger, waves
        self.n_bases = -1
        self.found: Assessment | None = None

    def evidence(self) -> Assessment:
        if self.found is None or self.n_bases != len(self.ledger.bases):
            self.found = self.course.assess(self.ledger, self.waves)
            self.n_bases = len(self.ledger.bases)
        return self.found


def _date(course: Course, ledger: Ledger, node: tuple[int, int], wave: int, sign: int) -> Dated:
    scale, unit = node
    tables = course.tables(scale, unit, ledger)
    assert tables is not None  # noqa: S101 -- only nodes with evidence are dated
    after = int(restarts(ledger.tree, course.opened.observed.n_scales, ledger.bases)[scale, unit])
    return date_change(tables, wave, course.setting.shapes, sign=sign, after=after, smallest=course.setting.smallest)
