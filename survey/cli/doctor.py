"""`aloft doctor`: what is wrong with this set-up, and how to mend it."""

import sys

import click


@click.command()
def doctor() -> None:
    """Say what is wrong with this set-up and how to mend it; exit 1 if something is broken."""
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.services.doctor import Severity, examine  # noqa: PLC0415 -- weight

    is_broken = False
    for finding in examine(Settings()):
        is_broken = is_broken or finding.severity is Severity.BROKEN
        click.echo(f"{finding.severity:<8} {finding.told}")
        if finding.mend:
            click.echo(f"         To mend it: {finding.mend}.")
    sys.exit(1 if is_broken else 0)
