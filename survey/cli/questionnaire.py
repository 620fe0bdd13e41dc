"""`aloft questionnaire`: what is asked, before anybody is."""

import sys
from pathlib import Path

import click

FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def questionnaire() -> None:
    """Check what is asked."""


@questionnaire.command()
@click.argument("file", type=FILE)
@click.option("--against", type=FILE, help="File of an earlier version, whose codes have to mean what they meant.")
def check(file: Path, *, against: Path | None) -> None:
    """Say whether a questionnaire (TOML) can be asked, by language and principle, or all that is wrong with it."""
    from survey.questionnaires.faults import UnreadableQuestionnaire  # noqa: PLC0415 -- weight
    from survey.questionnaires.reading import check_questionnaire  # noqa: PLC0415 -- weight
    from survey.questionnaires.summary import in_words  # noqa: PLC0415 -- weight

    try:
        read = check_questionnaire(file, against=against)
    except UnreadableQuestionnaire as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    for line in read.warnings:
        click.echo(f"warning: {line}", err=True)
    click.echo(in_words(read.questionnaire))
