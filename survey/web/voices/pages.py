"""Participation, and how well the questions work: from what is published alone."""

from collections.abc import Callable

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from dashboards.assets import address_of
from dashboards.board.source import Board
from dashboards.voices.instrument import instrument
from dashboards.voices.participation import participation
from survey.questionnaires.questionnaire import Kind
from survey.services.board import ReleaseSource
from survey.services.board.replying import belief_item
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.layout import company_name
from survey.web.results.opening import Asked, asked_for
from survey.web.service import service

PER_PAGE = 60


@requires(Action.SEE_TRENDS)
def participation_page(number: int | None) -> ResponseReturnValue:
    return _page("participation", number, _participation)


@requires(Action.SEE_TRENDS)
def instrument_page(number: int | None) -> ResponseReturnValue:
    return _page("instrument", number, _instrument)


def _page(
    name: str, number: int | None, values: Callable[[ReleaseSource, Board, Asked], dict[str, object]]
) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = asked_for(session, number)
        if asked is None:
            return render_template("inside/voices/nothing.html")
        source = ReleaseSource(session, asked.opened.reader, company=company_name())
        board = source.board_of(asked.opened, asked.releases)
        shown = values(source, board, asked)
    numbers = [int(one.label) for one in asked.releases]
    return render_template(f"inside/voices/{name}.html", board=board, numbers=numbers[::-1], asset=address_of, **shown)


def _participation(source: ReleaseSource, board: Board, _asked: Asked) -> dict[str, object]:
    divisions = board.units[board.root].below
    n_pages = max(1, -(-len(divisions) // PER_PAGE))
    at = request.args.get("page", 1, type=int)
    if not 1 <= at <= n_pages:
        abort(404)
    company, *rows = source.rows(board, [board.root, *divisions[(at - 1) * PER_PAGE : at * PER_PAGE]])
    return {"page": participation(board, company, rows), "at": at, "n_pages": n_pages}


def _instrument(source: ReleaseSource, board: Board, asked: Asked) -> dict[str, object]:
    questionnaire, health = asked.opened.questionnaire, asked.opened.facts.health
    texts = {item.code: item.text["en"] for item in questionnaire.items if item.kind is not Kind.COMMENT}
    believed = belief_item(questionnaire)
    page = instrument(board, health, texts, belief=source.belief(board))
    return {"page": page, "believed": texts[believed.code] if believed else ""}
