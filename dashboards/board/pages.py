"""The pages of results, so far without their pictures."""

from flask import Blueprint, abort, render_template

from dashboards.board.host import Guard, Host, Sources
from dashboards.board.source import Board, Source


def board_blueprint(source: Sources, guard: Guard, *, host: Host) -> Blueprint:
    """Overview and units, for whoever the guard lets in."""
    pages = Blueprint("dashboards", __name__, template_folder="../templates", url_prefix="/dashboards")

    @pages.get("/", strict_slashes=False, defaults={"number": None})
    @pages.get("/<int:number>")
    @guard("trends")
    def overview(number: int | None) -> str:
        with source() as asked:
            return _page(host, _board(asked, number), None)

    @pages.get("/<int:number>/units/<int:unit>")
    @guard("unit")
    def unit(number: int, unit: int) -> str:
        with source() as asked:
            board = _board(asked, number)
            if board is None or unit not in board.units:
                abort(404)
            return _page(host, board, unit)

    return pages


def _board(source: Source, number: int | None) -> Board | None:
    try:
        return source.board(number)
    except LookupError:
        abort(404)


def _page(host: Host, board: Board | None, unit: int | None) -> str:
    return render_template("board/plain.html", base_template=host.base_template, board=board, unit=unit)
