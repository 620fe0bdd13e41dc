"""A pulse that is nobody's: what a person would see in the wave that comes, before anybody gets a link."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import people
from survey.queries.invitations import Opened
from survey.queries.people import Belonging, CompanyFacts, Node
from survey.questionnaires.drawing import drawn_items
from survey.services.answering.desk import WAVES_BETWEEN_MODULES
from survey.services.answering.frozen import DAYS_TO_RESULTS, FrozenWave, asked_upwards
from survey.services.answering.pulse import Pulse, Reply
from survey.services.coming import Coming, coming_wave
from survey.services.waves.roster import tenure_band

NOBODY = 0
LOT = bytes(32)
"""In place of the epoch's key: which items stand on a preview says nothing about what anybody is asked."""


def preview_pulse(session: Session, company: CompanyFacts, *, language: str, is_answered: bool, now: datetime) -> Pulse:
    """As somebody on the front line sees it, three to ten years here, in the team with the most people."""
    coming = coming_wave(session, now=now)
    staff = people.belonging_on(session, coming.opens_on)
    tree = people.live_tree(session, coming.opens_on) or {NOBODY: Node(None, company.name)}
    opened = _opened(coming, company, unit=_largest_team(staff, tree), now=now)
    items = drawn_items(
        coming.questionnaire,
        key=LOT,
        person_id=NOBODY,
        wave_number=coming.number,
        first_wave_of_epoch=coming.number,
        with_module=coming.with_module and coming.number % WAVES_BETWEEN_MODULES == 0,
    )
    return _frozen(coming, staff, tree).pulse(opened, items=items, language=language, is_answered=is_answered)


def _largest_team(staff: list[Belonging], tree: Mapping[int, Node]) -> int:
    counted = Counter(one.unit for one in staff)
    return counted.most_common(1)[0][0] if counted else min(tree)


def _frozen(coming: Coming, staff: list[Belonging], tree: Mapping[int, Node]) -> FrozenWave:
    """What the wave would freeze if it opened with the people of today."""
    on, reply = coming.opens_on, coming.reply
    groups = Counter((one.unit, tenure_band(one.hired_on, on), one.level) for one in staff)
    return FrozenWave(
        questionnaire=coming.questionnaire,
        tree=tree,
        asked=asked_upwards(tree, groups),
        first_of_epoch=coming.number,
        next_on=coming.next_on,
        epoch_months=coming.epoch_months,
        results_on=coming.last_day + timedelta(days=DAYS_TO_RESULTS),
        reply=None if reply is None else Reply(reply.heard, reply.done, reply.not_done),
    )


def _opened(coming: Coming, company: CompanyFacts, *, unit: int, now: datetime) -> Opened:
    return Opened(
        wave=NOBODY,
        programme=NOBODY,
        epoch=NOBODY,
        number=coming.number,
        opens_on=coming.opens_on,
        last_day=coming.last_day,
        closes_at=now,
        k=coming.k,
        questionnaire=coming.questionnaire.code,
        with_module=coming.with_module,
        person=NOBODY,
        language=company.language,
        company=company.name,
        unit=unit,
        answer_unit=unit,
        tenure="3_to_10",
        level="front_line",
    )
