"""Pages and pictures of results."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from dashboards.board.host import Guard, Host, Sources


def init_app(app: "Flask", *, source: "Sources", guard: "Guard", host: "Host") -> None:
    """Add the pages to an app, which says where their numbers come from, who may see them, and what is around them."""
    from dashboards.assets import assets_blueprint  # noqa: PLC0415 -- pictures are drawn without a service, too
    from dashboards.board.pages import board_blueprint  # noqa: PLC0415 -- pictures are drawn without a service, too

    app.register_blueprint(assets_blueprint())
    app.register_blueprint(board_blueprint(source, guard, host=host))
