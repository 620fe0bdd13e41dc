"""`aloft plan`: what a programme will be able to find, before its first wave."""

import math
import sys
from pathlib import Path
from typing import Any

import click


@click.command()
@click.option("--people", type=int, required=True, help="Size of the company.")
@click.option(
    "--divisions", type=int, default=6, show_default=True, help="Divisions; 0 for teams directly below the company."
)
@click.option("--teams", type=int, help="Teams in each division.  [default: teams of about 10 people]")
@click.option("--people-per-team", type=int, help="Size of a team, instead of --teams.")
@click.option("--response", type=float, default=0.7, show_default=True, help="Share of those asked who answer.")
@click.option("--waves-per-year", type=int, default=12, show_default=True, help="Cadence of the survey.")
@click.option("--sample", type=float, default=1.0, show_default=True, help="Share of people asked in a wave.")
@click.option(
    "--epoch-months",
    type=int,
    default=12,
    show_default=True,
    help="Months within which a person's answers are linked; 0 for no end.",
)
@click.option("--unlinked", is_flag=True, help="A person's answers are never linked.")
@click.option("--turnover", type=float, default=0.015, show_default=True, help="Share of people replaced each month.")
@click.option(
    "--false-alarms-per-year",
    type=float,
    default=0.1,
    show_default=True,
    help="How often a company in which nothing changes may be disturbed.",
)
@click.option("--json", "json_path", type=click.Path(path_type=Path, dir_okay=False), help="Write the plan as JSON.")
def plan(
    *, teams: int | None, people_per_team: int | None, unlinked: bool, json_path: Path | None, **numbers: Any
) -> None:
    """Say which lasting falls a programme will find and how soon, and what would make them smaller."""
    from analysis.programme import Programme  # noqa: PLC0415 -- weight
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight
    from survey.cli.outputs import check_outputs, write_all  # noqa: PLC0415 -- weight
    from survey.cli.progress import Progress  # noqa: PLC0415 -- weight
    from survey.services import plan as services  # noqa: PLC0415 -- weight

    if teams is not None and people_per_team is not None:
        raise click.UsageError("got both --teams and --people-per-team; wanted one of them")
    check_outputs([json_path] if json_path else [], [])
    try:
        if teams is None:
            teams = _teams(numbers["people"], numbers["divisions"], 10 if people_per_team is None else people_per_team)
        programme = Programme(teams=teams, linked=not unlinked, **numbers)
    except ValueError as error:  # it says which number it cannot take
        click.echo(str(error), err=True)
        sys.exit(2)
    announce_first_run()
    with Progress() as progress:
        planned = services.plan(programme, on_step=progress.step)
    if json_path:
        write_all({json_path: services.as_json(planned)})
    click.echo(services.as_table(planned))


def _teams(people: int, divisions: int, people_per_team: int) -> int:
    """So many in each division that none has more people."""
    if people_per_team < 1:
        raise ValueError(f"people_per_team: got {people_per_team}; wanted at least 1")
    return max(1, math.ceil(people / (max(divisions, 1) * people_per_team)))
