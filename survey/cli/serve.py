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
    import waitress  # noqa: PLC0415 -- weight

    from survey.app import create_app  # noqa: PLC0415 -- weight
    from survey.cli.door import opened  # noqa: PLC0415 -- weight
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.jobs.process import in_background  # noqa: PLC0415 -- weight
    from survey.jobs.wiring import build_worker  # noqa: PLC0415 -- weight

    settings = Settings()
    with opened() as stores:
        app = create_app(settings, stores)
        try:
            server = waitress.create_server(app, host=host, port=port)
        except OSError as error:
            raise click.ClickException(f"{host}:{port}: got {error.strerror}; wanted a free port") from error
        click.echo(f"Serving on http://{host}:{server.effective_port}/. Ctrl-C ends it.")
        with in_background(build_worker(settings, stores)) if settings.worker_in_serve else nullcontext():
            server.run()
