"""`aloft bounce`: what a mail server reports of a mail that did not arrive."""

import sys
from typing import BinaryIO

import click

from survey.cli.door import opened


@click.command()
@click.argument("report", type=click.File("rb"), default="-")
def bounce(report: BinaryIO) -> None:
    """Take a delivery report, from a file or from standard input, and note that its mail came back."""
    with opened() as stores:
        from survey.config import Settings  # noqa: PLC0415 -- weight
        from survey.mail.addresses import read_sender  # noqa: PLC0415 -- weight
        from survey.services.bounces import take_bounce  # noqa: PLC0415 -- weight

        sender = read_sender(Settings().mail_from)
        with stores.company.write() as session:
            is_noted = take_bounce(session, report.read(), sender=sender)
    if is_noted:
        click.echo("Noted: no further mail goes to that address until the people file has another.")
    else:
        # A mail server that is told of a failure would report that, too: what is not ours is no failure.
        click.echo("Nothing to note: no report of a lasting failure, or of no mail of an open wave.", file=sys.stderr)
