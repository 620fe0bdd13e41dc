"""`aloft history`: what the company measured before it had Aloft."""

import sys
from datetime import datetime
from pathlib import Path

import click

from survey.cli.door import now, opened

FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def history() -> None:
    """Bring along what another tool measured."""


@history.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--map", "map_path", type=FILE, help="What columns, items, units and waves of the files mean (TOML).")
@click.option(
    "--ends",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of the last wave; the others are counted back from it.  [default: from the labels of the waves]",
)
@click.option("--dry-run", is_flag=True, help="Show what would be published; write nothing.")
def import_(files: tuple[Path, ...], *, map_path: Path | None, ends: datetime | None, dry_run: bool) -> None:
    """Publish the waves of survey files (CSV or Parquet) as history, once, before the first wave is closed."""
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight
    from survey.cli.progress import Progress  # noqa: PLC0415 -- weight
    from survey.importing.faults import UnreadableSurvey  # noqa: PLC0415 -- weight

    announce_first_run()
    with opened() as stores, Progress() as progress:
        from survey.services.history.importing import apply_history, plan_history, read_history  # noqa: PLC0415 -- weight
        from survey.services.history.telling import told  # noqa: PLC0415 -- weight

        try:
            progress.step("Reading")
            found = read_history(files, map_path=map_path)
            with stores.company.read() as session:
                day = ends.date() if ends else None
                plan = plan_history(session, found, ends=day, now=now(), on_step=progress.step)
        except UnreadableSurvey as error:
            click.echo(f"{error}\nNothing was written.", err=True)
            sys.exit(2)
        if not dry_run:
            progress.step("Writing")
            with stores.company.write() as session:
                apply_history(session, plan, account=None, now=now())
        for line in told(plan):
            click.echo(line)
        click.echo("Nothing was written: a dry run." if dry_run else "Written.")
