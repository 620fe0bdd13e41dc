"""`aloft people`: who works where, and what is stored of them."""

import json
import sys
from pathlib import Path

import click

from survey.cli.door import now, opened


def pair(given: str) -> tuple[str, str]:
    """Our name of a column, and theirs."""
    ours, is_there, theirs = given.partition("=")
    if not (is_there and ours and theirs):
        raise click.BadParameter(f"got {given!r}; wanted OURS=THEIRS, such as mail=E-mail")
    return ours, theirs


@click.group()
def people() -> None:
    """Import people; erase one; show one what is stored of them."""


@people.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("--delta", is_flag=True, help="The file names only what changes; nobody leaves by not being in it.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="OURS=THEIRS",
    callback=lambda _context, _option, given: [pair(one) for one in given],
    help="What a column is called in the file.",
)
@click.option("--confirm-leavers", is_flag=True, help="Go on although many leave at once.")
def import_(*, file: Path, dry_run: bool, delta: bool, columns: list[tuple[str, str]], confirm_leavers: bool) -> None:
    """Import people and units from a CSV or XLSX file: all rows, or none."""
    with opened() as stores:
        from survey.services.people.importing import Load, apply_plan, plan_of_file  # noqa: PLC0415 -- weight
        from survey.services.people.report import report  # noqa: PLC0415 -- weight

        mapping = dict(columns) or None
        content = file.read_bytes()
        load = Load(
            content=content, name=file.name, is_full=not delta, mapping=mapping, confirmed_leavers=confirm_leavers
        )
        with stores.company.write() as session:
            plan = plan_of_file(session, load, on=now().date())
            for line in report(plan):
                click.echo(line)
            if plan.faults or (plan.needs_confirmation and not dry_run):
                click.echo("Nothing was written.", err=True)
                sys.exit(2)
            if not dry_run:
                apply_plan(session, plan, account=None, now=now(), mapping=mapping)
        click.echo("Nothing was written: a dry run." if dry_run else "Written.")


@people.command()
@click.argument("key")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def erase(*, key: str, yes: bool) -> None:
    """Delete the person with this id, and their answers of the running epoch."""
    if not yes:
        click.confirm(f"Delete {key} and all that is stored of them? This cannot be undone.", abort=True)
    with opened() as stores:
        from survey.config import Settings  # noqa: PLC0415 -- weight
        from survey.services.backup.erased import note_if_kept  # noqa: PLC0415 -- weight
        from survey.services.people.personal_data import erase as erase_person  # noqa: PLC0415 -- weight

        n_rows = erase_person(stores, key, account=None, now=now())
        click.echo(
            f"{key} is deleted, with {n_rows} answers of the running epoch. Answers of earlier epochs, if there are "
            "any, cannot be told from those of others; what was published stays."
        )
        if undone := note_if_kept(Settings().backup_folder, key, now=now()):
            click.echo(undone, err=True)


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
