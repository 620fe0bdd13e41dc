"""What is shown of each wave of the history, and what is certified of it."""

import logging
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis import Tree
from analysis.disclosure.counts import Mask
from analysis.disclosure.published_means import Means, shown_means, shown_uncounted
from survey.errors import without_text
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES

log = logging.getLogger(__name__)

METHOD = "published means/1"
"""How it is proved that no combination is about fewer than k people; explained in docs/decisions."""

PROVED, NOT_PROVED, NOTHING = "proved", "not proved", "nothing shown"
UNCOUNTED = "the file does not say how many answered"
NOT_CHECKED = "that the file counts people as it says; what the other tool has shown of the same answers"


@dataclass(frozen=True, slots=True)
class Shown:
    """One wave as it will be published."""

    rows: list[Row]
    spread: dict[str, float]
    certificate: dict[str, Any]
    n_answered: int | None
    n_held: int
    n_small: int


def decide_wave(whole: Means, tree: Tree, units: tuple[int | None, ...], *, k: int) -> Shown:
    """Decide on the tree of the file, in which everybody is; then leave out units that the company does not have."""
    is_counted = bool((whole.n > 0).any())
    mask, reason = _mask(whole, tree, is_counted=is_counted, k=k)
    rows = [
        Row(
            unit,
            "",
            "",
            PRINCIPLES[scale],
            int(whole.n[at, scale]) or None,
            None,
            round(float(whole.points[at, scale]), 4),
        )
        for at, scale in np.argwhere(mask).tolist()
        if (unit := units[at]) is not None
    ]
    known = np.array([unit is not None for unit in units])
    held = np.isfinite(whole.points[known])
    small = held & (whole.n[known] > 0) & (whole.n[known] < k)
    verdict = NOTHING if not rows else PROVED if is_counted else NOT_PROVED
    certificate = {
        "verdict": verdict,
        "method": METHOD,
        "k": k,
        "groups_shown": len(rows),
        "groups_large_enough": int((held & ~small).sum()) if is_counted else None,
        "reason": reason,
        "not_checked": NOT_CHECKED,
    }
    n_answered = int(whole.n[tree.root].max()) if is_counted and mask[tree.root].any() else None
    return Shown(rows, _spread(whole, mask, tree.root), certificate, n_answered, int(held.sum()), int(small.sum()))


def _mask(whole: Means, tree: Tree, *, is_counted: bool, k: int) -> tuple[Mask, str | None]:
    if not is_counted:
        return shown_uncounted(whole.points, tree), UNCOUNTED
    try:
        return shown_means(whole, tree, k=k), None
    except RuntimeError as error:
        told = "a wave of the history could not be proved safe, nothing of it is shown: %s"
        log.error(told, without_text(error))  # noqa: TRY400 -- a trace may hold counts
        return np.zeros(whole.n.shape, np.bool_), "the proof failed"


def _spread(whole: Means, mask: Mask, root: int) -> dict[str, float]:
    """Standard deviation of people's scores in the company, where the file gives it and its score is shown."""
    return {
        principle: round(float(whole.sd[root, scale]), 2)
        for scale, principle in enumerate(PRINCIPLES)
        if mask[root, scale] and whole.n[root, scale] and np.isfinite(whole.sd[root, scale])
    }
