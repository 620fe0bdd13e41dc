"""The page of results for everybody who was asked: a wave, in the company or in one unit."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from dashboards.assets import address_of
from dashboards.board.brief import Brief, brief_of
from dashboards.wording.voice import Voice
from survey.services.answering.public import next_opening
from survey.services.board import ReleaseSource
from survey.services.release.certificate import certificate_of
from survey.services.release.one_unit import one_unit
from survey.services.rights import Action, may
from survey.web.guard import requires
from survey.web.layout import company_name
from survey.web.results.opening import Asked, asked_for
from survey.web.service import service
from survey.web.speaking import speak
from survey.web.who import account


@requires(Action.SEE_RESULTS)
def newest() -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = asked_for(session)
        if asked is not None:
            return _shown(session, asked, asked.opened.root)
    opens_on = next_opening(service().stores, now=service().clock())
    speak()
    return render_template("results/nothing.html", opens_on=opens_on)


@requires(Action.SEE_RESULTS)
def wave(number: int) -> ResponseReturnValue:
    return _page(number, None)


@requires(Action.SEE_RESULTS)
def unit(number: int, unit: int) -> ResponseReturnValue:
    return _page(number, unit)


def _page(number: int, unit: int | None) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = asked_for(session, number) or abort(404)
        return _shown(session, asked, asked.opened.root if unit is None else unit)


def _shown(session: Session, asked: Asked, unit: int) -> str:
    opened = asked.opened
    if not opened.may_see(unit):
        abort(404)
    voice = speak()
    page = one_unit(session, opened, asked.earlier, unit)
    return render_template(
        "results/page.html",
        page=page,
        brief=_brief(session, asked, voice) if page.is_company else None,
        asset=address_of,
        certificate=certificate_of(opened.facts, len(asked.releases)),
        rounds=[int(one.label) for one in asked.releases[::-1]],
        began={int(one.label): one.measured_on for one in asked.releases},
        sees_all=may(account().roles, Action.SEE_RELEASE),
    )


def _brief(session: Session, asked: Asked, voice: Voice) -> Brief:
    """What the chief executive reads of the company, as far as it is for this reader."""
    source = ReleaseSource(session, asked.opened.reader, voice.language, company_name())
    return brief_of(source, source.board_of(asked.opened, asked.releases), voice)
