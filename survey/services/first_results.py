"""What can be said of results before there are any."""

from collections import Counter
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy.orm import Session

from dashboards.board.coming import Coming
from survey.queries import people, waves
from survey.services.answering.frozen import DAYS_TO_RESULTS
from survey.services.coming import coming_wave
from survey.services.estimates.asked import asked_below

RESULTS = timedelta(days=DAYS_TO_RESULTS)


def first_results(session: Session, *, now: datetime) -> Coming:
    """Of the wave that is open, or of the one that is planned, with the people of today."""
    wave, opened = coming_wave(session, now=now), next(iter(waves.open_waves(session)), None)
    tree = people.live_tree(session, now.date())
    asked = asked_below(Counter(one.unit for one in people.belonging_on(session, now.date())), tree)
    root = next((unit for unit, node in tree.items() if node.parent is None), None)
    divisions = [unit for unit, node in tree.items() if root is not None and node.parent == root]
    inner = {node.parent for node in tree.values()}
    teams = [unit for unit in tree if unit not in inner and unit != root and unit not in divisions]
    groups = (("division", divisions), ("team", teams))
    is_ahead = wave.is_planned and wave.number == 1 and wave.opens_on >= now.date()
    last_day = opened.closes_at.date() if opened else wave.last_day if is_ahead else None
    return Coming(
        opens_on=opened.opens_on if opened else wave.opens_on if is_ahead else None,
        is_open=opened is not None,
        results_on=None if last_day is None else last_day + RESULTS,
        asked=0 if root is None else asked[root],
        typical=tuple((kind, round(median(asked[unit] for unit in units))) for kind, units in groups if units),
        k=wave.k,
    )
