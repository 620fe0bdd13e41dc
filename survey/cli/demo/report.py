"""The report of a simulated company, on one page."""

import click

from survey.cli.serving import held, serve_until_told
from survey.services.simulated_report import demo_site


def serve_report(port: int) -> None:
    with held("127.0.0.1", port) as bound:
        click.echo("Simulating a company …", err=True)
        address = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        serve_until_told(demo_site(), bound, tell=f"{address} shows the report. Ctrl-C ends it.")
