"""`aloft people`: who works where, and what is stored of them."""

import json

import click

from survey.cli.door import now, opened


@click.group()
def people() -> None:
    """Import people; erase one; show one what is stored of them."""


@people.command()
@click.argument("key")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def erase(*, key: str, yes: bool) -> None:
    """Delete the person with this id, and their answers of the running epoch."""
    if not yes:
        click.confirm(f"Delete {key} and all that is stored of them? This cannot be undone.", abort=True)
    with opened() as stores:
        from survey.services.people.personal_data import erase as erase_person  # noqa: PLC0415 -- weight

        n_rows = erase_person(stores, key, account=None, now=now())
        click.echo(
            f"{key} is deleted, with {n_rows} answers of the running epoch. Answers of earlier epochs, if there are "
            "any, cannot be told from those of others; what was published stays."
        )


@people.command()
@click.argument("key")
def answers(*, key: str) -> None:
    """Show, as JSON, what the person with this id answered in the running epoch."""
    with opened() as stores:
        from survey.services.people.personal_data import answers_of  # noqa: PLC0415 -- weight

        found = answers_of(stores, key, account=None, now=now())
        rows = [{"wave": one.wave, "answers": dict(one.answers), "comment": one.comment} for one in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        click.echo("Answers of earlier epochs cannot be told from those of others any more.", err=True)
