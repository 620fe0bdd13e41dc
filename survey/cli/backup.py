"""`aloft backup` and `aloft restore`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from survey.cli.door import now, opened

if TYPE_CHECKING:
    from survey.services.backup.restoring import Restored

FOLDER = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where backups lie.  [default: ALOFT_BACKUP_FOLDER]",
)


@click.command()
@FOLDER
def backup(folder: Path | None) -> None:
    """Write all that is stored, but the vault, into the folder of backups; delete backups older than 35 days."""
    with opened() as stores:
        from survey.services.backup.making import make_backup  # noqa: PLC0415 -- weight

        made = make_backup(stores, _folder(folder), now=now())
    click.echo(f"{made.backup}: {made.n_rows:,} rows. The vault is not in it, nor are sign-ins and tokens.")
    for name in made.expired:
        click.echo(f"{name} was too old and is deleted.")


@click.command()
@click.argument("name", required=False)
@FOLDER
@click.option("--yes", is_flag=True, help="Do not ask again.")
def restore(name: str | None, *, folder: Path | None, yes: bool) -> None:
    """Bring a backup back into empty stores; without NAME the newest. The running epoch ends with it."""
    place = _folder(folder)
    with opened(wants_tables=False) as stores:
        from survey.services.backup.folder import newest_or  # noqa: PLC0415 -- weight
        from survey.services.backup.restoring import restore as bring_back  # noqa: PLC0415 -- weight

        found = newest_or(place, name)
        if not yes:
            click.confirm(f"Bring back {found}? The epoch that ran when it was made ends.", abort=True)
        done = bring_back(stores, found, now=now())
    for line in lines(done):
        click.echo(line)


def lines(done: "Restored") -> list[str]:
    """What came back, and what has to be done now."""
    moment = f"{done.manifest.moment:%d %B %Y, %H:%M} UTC"
    told = [
        f"{done.n_rows:,} rows of {moment} are back; {done.manifest.releases} releases and the log are what they were."
    ]
    told += [
        f"Epoch {number} has ended: its key is not in a backup. The next wave begins a new one."
        for number in done.ended
    ]
    told += [
        f"Wave {number} was open. It takes no more answers: `aloft wave close` publishes those it has."
        for number in done.open_waves
    ]
    if done.n_erased:
        told.append(f"{done.n_erased} people who were erased since are erased again.")
    return [*told, "Everybody signs in anew, and tokens of other programs have to be made anew."]


def _folder(given: Path | None) -> Path:
    from survey.config import Settings  # noqa: PLC0415 -- weight

    found = given or Settings().backup_folder
    if found is None:
        raise click.UsageError("got no folder; wanted --folder or ALOFT_BACKUP_FOLDER")
    return found
