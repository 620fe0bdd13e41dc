"""`aloft questionnaire`: what is asked."""

import sys
from pathlib import Path

import click


@click.group()
def questionnaire() -> None:
    """Check questionnaires."""


@questionnaire.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--against", type=click.Path(path_type=Path, dir_okay=False), help="An earlier version of it.")
def check(*, file: Path, against: Path | None) -> None:
    """Say whether a questionnaire can be asked, and everything that is wrong with it."""
    from survey.questionnaires.faults import UnreadableQuestionnaire  # noqa: PLC0415 -- weight
    from survey.questionnaires.reading import check_questionnaire  # noqa: PLC0415 -- weight
    from survey.questionnaires.summary import summary  # noqa: PLC0415 -- weight

    try:
        read = check_questionnaire(file, against=against)
    except UnreadableQuestionnaire as faults:
        for line in faults.lines:
            click.echo(line, err=True)
        sys.exit(2)
    for line in read.warnings:
        click.echo(f"warning: {line}", err=True)
    for line in summary(read.questionnaire):
        click.echo(line)
