"""`aloft demo`: an example report, served."""

import click


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 picks a free one."
)
def demo(port: int) -> None:
    """Serve the report of a simulated company on 127.0.0.1 until Ctrl-C."""
    import waitress  # noqa: PLC0415 -- weight

    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight
    from survey.services.demo import demo_site  # noqa: PLC0415 -- weight

    announce_first_run()
    click.echo("Simulating a company …", err=True)
    site = demo_site()
    try:
        server = waitress.create_server(site, host="127.0.0.1", port=port)
    except OSError as error:
        raise click.ClickException(f"port {port}: got {error.strerror}; wanted a free port") from error
    click.echo(f"http://127.0.0.1:{server.effective_port}/ shows the report. Ctrl-C ends it.")
    server.run()
