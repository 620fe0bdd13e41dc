"""The plan that runs, in words, and what can be done with it."""

from collections.abc import Mapping

from flask import render_template
from flask.typing import ResponseReturnValue

from survey.queries.programme import ProgrammeFacts
from survey.scheduling.preview import sentence
from survey.services.rights import Action
from survey.services.schedule import plan_of
from survey.services.standing import standing
from survey.web.guard import requires
from survey.web.programme.answers import NOT_POSSIBLE, may_change
from survey.web.service import service

N_TO_MOVE = 12
"""Waves that stand in the list of those that can be moved."""


@requires(Action.SEE_PROGRAMME)
def page() -> ResponseReturnValue:
    return shown()


def shown(*, fault: str = "", part: str = "", typed: Mapping[str, str] | None = None) -> ResponseReturnValue:
    """The page; with the fault beside the part of it that was used, and what was typed there."""
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
    text = render_template(
        "inside/programme/plan.html",
        stands=stands,
        said=_said(stands.plan),
        facts=facts_of(stands.plan) if stands.plan else (),
        movable=stands.ahead[:N_TO_MOVE],
        fault=fault,
        part=part,
        typed=typed or {},
        may_change=may_change(),
    )
    return (text, NOT_POSSIBLE) if fault else text


def facts_of(plan: ProgrammeFacts) -> tuple[tuple[str, str], ...]:
    """What was decided, line by line."""
    months = f"{plan.epoch_months} month{'' if plan.epoch_months == 1 else 's'}"
    return (
        ("First day", f"{plan.starts_on.day} {plan.starts_on:%B %Y}"),
        (
            "Who is asked",
            "everybody" if plan.sample_share == 1 else f"a new sample of {plan.sample_share:.0%} each time",
        ),
        ("Holidays kept", ", ".join(plan.countries) or "none"),
        ("Time zone of the head office", plan.home_zone),
        ("Epoch", f"a person's answers are linked for {months} at most; then the link is destroyed"),
        ("Smallest group shown", f"{plan.k} people"),
        ("Questionnaire", plan.questionnaire),
        ("Optional module", "asked twice a year" if plan.with_module else "not asked"),
    )


def _said(plan: ProgrammeFacts | None) -> tuple[str, str]:
    """The sentence about the plan, in two."""
    if plan is None:
        return "", ""
    how, _, reminders = sentence(plan_of(plan)).partition(". ")
    return f"{how}.", reminders
