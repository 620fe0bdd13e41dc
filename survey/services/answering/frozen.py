"""What is the same for everybody in a wave: worked out once, since tree, roster and questionnaire are frozen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from survey.queries import invitations, programme, replies, waves
from survey.queries.invitations import Opened
from survey.queries.people import Node, path_upwards
from survey.questionnaires.questionnaire import Questionnaire
from survey.services import questions
from survey.services.answering.pulse import Binding, Group, Reply
from survey.services.schedule import calendar

DAYS_TO_RESULTS = 3
"""From the last day to the day on which results are promised."""


@dataclass(frozen=True, slots=True)
class FrozenWave:
    """`asked` counts people by unit with all below it, and there by tenure band or level, "" for either."""

    questionnaire: Questionnaire
    tree: Mapping[int, Node]
    asked: Mapping[tuple[int, str, str], int]
    first_of_epoch: int
    epoch_months: int
    next_on: date | None
    results_on: date
    reply: Reply | None

    def groups(self, opened: Opened) -> tuple[Group, ...]:
        """Company first, down to what the answer will carry; then level and years here, in company and division."""
        downwards = path_upwards(self.tree, opened.answer_unit)[::-1]
        wanted: list[tuple[int, Binding, str]] = [(unit, "unit", "") for unit in downwards]
        wanted += [(unit, "level", opened.level) for unit in downwards[:2]]
        wanted += [(unit, "tenure", opened.tenure) for unit in downwards[:2]]
        return tuple(
            Group(self.tree[unit].name, kind, part, self.asked[unit, *_parts(kind, part)])
            for unit, kind, part in wanted
        )

    def division(self, opened: Opened) -> int:
        """The division, or the company for whoever belongs to none or whose answer carries the company alone."""
        return path_upwards(self.tree, opened.answer_unit)[-2:][0]


def freeze(session: Session, opened: Opened) -> FrozenWave:
    plan = programme.programme(session, opened.programme)
    tree = waves.frozen_tree(session, opened.wave)
    coming = calendar(session, plan, first=opened.number + 1) if plan.state == "running" else []
    before = waves.wave_numbered(session, programme=plan.id, number=opened.number - 1)
    reply = replies.reply_to(session, before.id) if before else None
    return FrozenWave(
        questionnaire=questions.questionnaire(session, opened.questionnaire),
        tree=tree,
        asked=_asked(tree, invitations.asked_by_group(session, opened.wave)),
        first_of_epoch=waves.waves_of_epoch(session, opened.epoch)[0].number,
        epoch_months=plan.epoch_months,
        next_on=coming[0].opens_on if coming else None,
        results_on=opened.last_day + timedelta(days=DAYS_TO_RESULTS),
        reply=None if reply is None else Reply(reply.heard, reply.done, reply.not_done),
    )


def _asked(tree: Mapping[int, Node], groups: Mapping[tuple[int, str, str], int]) -> Mapping[tuple[int, str, str], int]:
    asked: Counter[tuple[int, str, str]] = Counter()
    for (at, tenure, level), count in groups.items():
        for unit in path_upwards(tree, at):
            for part in (("", ""), (tenure, ""), ("", level)):
                asked[unit, *part] += count
    return asked


def _parts(kind: Binding, part: str) -> tuple[str, str]:
    return {"unit": ("", ""), "tenure": (part, ""), "level": ("", part)}[kind]
