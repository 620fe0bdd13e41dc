"""The reply that a wave is owed, and whether people believe that anything comes of their answers."""

from datetime import date

from sqlalchemy.orm import Session

from dashboards.board.values import Range, ReplyOwed
from survey.queries import programme, replies
from survey.queries.over_waves import Wanted
from survey.queries.replies import ReplyFacts
from survey.questionnaires.questionnaire import Item, Kind, Pack, Questionnaire
from survey.services.board.opening import Shown
from survey.services.estimates.question_moves import level_of
from survey.services.release import over_waves
from survey.services.replying import why_not_before
from survey.services.schedule import calendar

NONE_YET = ReplyFacts("", "", "")


def reply_owed(session: Session, shown: Shown) -> ReplyOwed:
    """Due when the next wave opens, which begins with it."""
    written = replies.reply_to(session, shown.wave.id)
    text = written or NONE_YET
    return ReplyOwed(
        heard=text.heard,
        done=text.done,
        not_done=text.not_done,
        is_written=written is not None,
        due_on=_next_opening(session, shown),
        can_be_written=not why_not_before(shown.wave, last=shown.last),
        belief=belief(session, shown),
    )


def belief_item(questionnaire: Questionnaire) -> Item | None:
    """The question to everybody whether anything comes of questions like these."""
    return next((item for item in questionnaire.in_pack(Pack.LAST) if item.kind is Kind.RATED), None)


def belief(session: Session, shown: Shown) -> tuple[Range | None, ...]:
    """What the company answered to it, wave by wave."""
    item = belief_item(shown.opened.questionnaire)
    if item is None:
        return (None,) * len(shown.past)
    wanted = Wanted([shown.opened.root], [item.code])
    numbers = over_waves.numbers(session, shown.opened, shown.releases, wanted)
    return tuple(level_of(next(iter(numbers[facts.number]), None), item) for facts in shown.releases)


def _next_opening(session: Session, shown: Shown) -> date | None:
    """Of the wave after the one that is shown, whether it has opened or not."""
    after = [wave.opens_on for wave in shown.beside if wave.number == shown.wave.number + 1]
    if after:
        return after[0]
    plan = programme.current_programme(session)
    if plan is None or plan.id != shown.wave.programme or plan.state != "running":
        return None
    coming = calendar(session, plan, first=shown.last + 1)
    return coming[0].opens_on if coming else None
