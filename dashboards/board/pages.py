"""The pages of results: ask the source, build the values of the page, draw the template."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for

from dashboards.board import exporting, where
from dashboards.board.coming import awaited
from dashboards.board.exports import overview_numbers, unit_numbers
from dashboards.board.host import Export, Guard, Host, Sources
from dashboards.board.overview import overview_of
from dashboards.board.source import Board, Source
from dashboards.board.unit import AskedOfUnit, unit_of
from dashboards.board.values import PRINCIPLES
from dashboards.marking import add_filters

MOST_PAGES = 1000


def board_blueprint(source: Sources, guard: Guard, *, host: Host) -> Blueprint:
    """Overview and units, for whoever the guard lets in."""
    pages = Blueprint("dashboards", __name__, template_folder="../templates", url_prefix="/dashboards")
    pages.record(lambda state: add_filters(state.app.jinja_env))
    trends, units = guard("trends"), guard("unit")

    @pages.get("/", strict_slashes=False, defaults={"number": None})
    @pages.get("/<int:number>")
    @trends
    def overview(number: int | None) -> str:
        with source() as asked:
            board = _board(asked, number)
            if board is None:
                return _page(host, "nothing", board, page=awaited(host.coming()))
            return _page(host, "overview", board, page=overview_of(asked, board, _asked()))

    @pages.get("/<int:number>/units/<int:unit>")
    @units
    def unit(number: int, unit: int) -> str:
        with source() as asked:
            board = _board(asked, number) or abort(404)
            return _page(host, "unit", board, page=unit_of(asked, board, _of_unit(board, unit)))

    for kind, export in host.exports.items():
        _add_files(pages, source, guard, kind=kind, export=export)
    return pages


def _add_files(pages: Blueprint, source: Sources, guard: Guard, *, kind: str, export: Export) -> None:
    """Each page as a file of this kind: exactly what it shows."""

    @pages.get(f"/<int:number>/overview.{kind}", endpoint=f"overview_{kind}")
    @guard("trends")
    def overview(number: int) -> Response:
        with source() as asked:
            board = _board(asked, number) or abort(404)
            numbers = overview_numbers(overview_of(asked, board, _asked()))
        return export(exporting.lines(numbers), f"aloft-wave-{number}-overview.{kind}")

    @pages.get(f"/<int:number>/units/<int:unit>/unit.{kind}", endpoint=f"unit_{kind}")
    @guard("unit")
    def unit(number: int, unit: int) -> Response:
        with source() as asked:
            board = _board(asked, number) or abort(404)
            numbers = unit_numbers(unit_of(asked, board, _of_unit(board, unit)))
        return export(exporting.lines(numbers), f"aloft-wave-{number}-unit-{unit}.{kind}")


def _board(source: Source, number: int | None) -> Board | None:
    try:
        return source.board(number)
    except LookupError:
        abort(404)


def _asked() -> where.Asked:
    """The state of the page as its address says it; what it does not know reads as the plain page."""
    sort, principle = request.args.get("sort", ""), request.args.get("principle", "")
    return where.Asked(
        page=_page_number(),
        sort=sort if sort in where.SORTS else where.SORTS[0],
        principle=principle if principle in PRINCIPLES else PRINCIPLES[0],
    )


def _of_unit(board: Board, unit: int) -> AskedOfUnit:
    if unit not in board.units:
        abort(404)
    asked = _asked()
    principle = request.args.get("principle", "")
    return AskedOfUnit(unit, principle if principle in PRINCIPLES else None, asked.page)


def _page_number() -> int:
    return min(MOST_PAGES, max(1, request.args.get("page", 1, type=int)))


def _page(host: Host, name: str, board: Board | None, **values: Any) -> str:
    def here(**changes: Any) -> str:
        """The address of the page in another state."""
        state = {**request.args.to_dict(), **(request.view_args or {}), **changes}
        state["number"] = board.wave.number if board else None
        return url_for(request.endpoint or "", **{key: value for key, value in state.items() if value is not None})

    return render_template(
        f"board/{name}.html",
        base_template=host.base_template,
        asset=host.asset,
        link=host.link,
        kinds=list(host.exports),
        board=board,
        here=here,
        **values,
    )
