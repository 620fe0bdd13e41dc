"""`aloft wave`: what the schedule does, by hand."""

from pathlib import Path

import click

from survey.cli.door import now, opened


@click.group()
def wave() -> None:
    """Open, remind, close and list waves by hand."""


@wave.command("open")
@click.option("--early", is_flag=True, help="Open the next wave today, although its day has not come.")
def open_(*, early: bool) -> None:
    """Open the next wave, if its day has come."""
    with opened() as stores:
        from survey.services.by_hand import open_next  # noqa: PLC0415 -- weight

        made = open_next(stores, early=early, now=now())
        click.echo(f"Wave {made.number} is {made.state}, until the end of {made.last_day}.")


@wave.command()
def remind() -> None:
    """Lay out a reminder for everybody who is asked; it leaves to those who have not answered."""
    with opened() as stores:
        from survey.services.by_hand import remind_now  # noqa: PLC0415 -- weight

        click.echo(f"{remind_now(stores, now=now())} reminders are laid out; those who have answered get none.")


@wave.command()
@click.option("--early", is_flag=True, help="Close the wave that is open now, before its last day has ended.")
def close(*, early: bool) -> None:
    """Close the wave whose last day has ended everywhere."""
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight

    announce_first_run()
    with opened() as stores:
        from survey.services.by_hand import close_open  # noqa: PLC0415 -- weight

        made = close_open(stores, early=early, now=now())
        click.echo(f"Wave {made.number} is closed. `aloft wave list` shows what was counted.")


@wave.command()
@click.argument("number", type=click.IntRange(min=1))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--reason", required=True, help="Why, for the audit log; without names.")
def correct(*, number: int, file: Path, reason: str) -> None:
    """Remove answers from the last closed wave, and publish it anew.

    FILE holds the ids of people whose answers should not count, one a line, as in the people file. Refused where it
    would say something about few of them.
    """
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight

    announce_first_run()
    with opened() as stores:
        from survey.services.closing.correcting import correct_wave  # noqa: PLC0415 -- weight

        keys = [key for line in file.read_text("utf-8-sig").splitlines() if (key := line.strip())]
        made = correct_wave(stores, number, keys, reason=reason, now=now())
        click.echo(f"Wave {number} is published anew, as version {made.version}. The version before stays on record.")


@wave.command("list")
def list_() -> None:
    """Show the waves of the programme: days, asked, answered, what the engine found."""
    with opened() as stores:
        from survey.services.wave_list import lines  # noqa: PLC0415 -- weight

        for line in lines(stores):
            click.echo(line)
