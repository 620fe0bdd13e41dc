"""`aloft serve`: the web service, on this machine."""

from contextlib import nullcontext

import click


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 picks a free one."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 is every one.")
def serve(*, port: int, host: str) -> None:
    """Serve the pages until Ctrl-C."""
    from survey.app import create_app  # noqa: PLC0415 -- weight
    from survey.cli.door import opened  # noqa: PLC0415 -- weight
    from survey.cli.serving import held, serve_until_told  # noqa: PLC0415 -- weight
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.jobs.process import in_background  # noqa: PLC0415 -- weight
    from survey.jobs.wiring import build_worker  # noqa: PLC0415 -- weight

    settings = Settings()
    with opened() as stores, held(host, port) as bound:
        app = create_app(settings, stores)
        worker = in_background(build_worker(settings, stores)) if settings.worker_in_serve else nullcontext()
        with worker:
            address = f"http://{host}:{bound.getsockname()[1]}/"
            serve_until_told(app, bound, tell=f"Serving on {address}. Ctrl-C ends it.")
