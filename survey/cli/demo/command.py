"""Serve the made-up company until Ctrl-C, and say where its doors are."""

import click


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 picks a free one."
)
@click.option("--report", is_flag=True, help="Serve instead the report of another simulated company, on one page.")
@click.option("--fresh", is_flag=True, help="Make the company anew, also where one is there.")
def demo(*, port: int, report: bool, fresh: bool) -> None:
    """Serve a made-up company of 600 people on 127.0.0.1 until Ctrl-C; it lives in instance/demo."""
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight

    announce_first_run()
    if report:
        from survey.cli.demo.report import serve_report  # noqa: PLC0415 -- weight

        serve_report(port)
    else:
        from survey.cli.demo.company import serve_company  # noqa: PLC0415 -- weight

        serve_company(port, is_fresh=fresh)
