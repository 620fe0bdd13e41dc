"""What is the same for everybody in a wave: worked out once, since tree, roster and questionnaire are frozen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from survey.queries import invitations, programme, replies, waves
from survey.queries.invitations import Opened
from survey.queries.people import Node, path_upwards
from survey.questionnaires.questionnaire import Item, Questionnaire
from survey.services import questions
from survey.services.answering.pulse import Binding, Group, Pulse, Reply
from survey.services.release import reading
from survey.services.schedule import calendar

DAYS_TO_RESULTS = 3
"""From the last day to the day on which results are promised."""


@dataclass(frozen=True, slots=True)
class FrozenWave:
    """`asked` counts people by unit with all below it, and there by tenure band or level, "" for either.

    `shown_on` is in the month whose results are the newest; None before any.
    """

    questionnaire: Questionnaire
    tree: Mapping[int, Node]
    asked: Mapping[tuple[int, str, str], int]
    first_of_epoch: int
    epoch_months: int
    next_on: date | None
    results_on: date
    reply: Reply | None
    shown_on: date | None = None

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

    def pulse(self, opened: Opened, *, items: tuple[Item, ...], language: str | None, is_answered: bool) -> Pulse:
        """What the page says, in the language wished for if the questions have it, else in that of the person."""
        wanted = (language or opened.language, opened.language, *self.questionnaire.languages)
        spoken = next(one for one in wanted if one in self.questionnaire.words)
        return Pulse(
            wave_id=opened.wave,
            person_id=opened.person,
            number=opened.number,
            company=opened.company,
            language=spoken,
            month=opened.opens_on,
            last_day=opened.last_day,
            results_on=self.results_on,
            next_on=self.next_on,
            k=opened.k,
            epoch_months=self.epoch_months,
            items=items,
            words=self.questionnaire.words[spoken],
            groups=self.groups(opened),
            division=self.tree[self.division(opened)].name,
            reply=self.reply,
            is_answered=is_answered,
            shown_on=self.shown_on,
        )

    def division(self, opened: Opened) -> int:
        """The division, or the company for whoever belongs to none or whose answer carries the company alone."""
        return path_upwards(self.tree, opened.answer_unit)[-2:][0]


def freeze(session: Session, opened: Opened) -> FrozenWave:
    plan = programme.programme(session, opened.programme)
    tree = waves.frozen_tree(session, opened.wave)
    coming = calendar(session, plan, first=opened.number + 1) if plan.state == "running" else []
    reply = replies.reply_before(session, programme=plan.id, number=opened.number)
    published = reading.of_waves(session)
    return FrozenWave(
        questionnaire=questions.questionnaire(session, opened.questionnaire),
        tree=tree,
        asked=asked_upwards(tree, invitations.asked_by_group(session, opened.wave)),
        first_of_epoch=waves.waves_of_epoch(session, opened.epoch)[0].number,
        epoch_months=plan.epoch_months,
        next_on=coming[0].opens_on if coming else None,
        results_on=opened.last_day + timedelta(days=DAYS_TO_RESULTS),
        reply=None if reply is None else Reply(reply.heard, reply.done, reply.not_done),
        shown_on=published[-1].measured_on if published else None,
    )


def asked_upwards(
    tree: Mapping[int, Node], groups: Mapping[tuple[int, str, str], int]
) -> Mapping[tuple[int, str, str], int]:
    asked: Counter[tuple[int, str, str]] = Counter()
    for (at, tenure, level), count in groups.items():
        for unit in path_upwards(tree, at):
            for part in (("", ""), (tenure, ""), ("", level)):
                asked[unit, *part] += count
    return asked


def _parts(kind: Binding, part: str) -> tuple[str, str]:
    return {"unit": ("", ""), "tenure": (part, ""), "level": ("", part)}[kind]
