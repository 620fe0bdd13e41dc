"""`aloft analyse`: read survey files, say what changed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboards.source import Report

FILE = click.Path(path_type=Path, dir_okay=False)
ABOVE_ZERO = click.FloatRange(min=0, min_open=True)


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--map", "map_path", type=FILE, help="What columns, items, units and waves of the files mean (TOML).")
@click.option("--json", "json_path", type=FILE, help="Write the report as JSON.")
@click.option("--html", "html_path", type=FILE, help="Write the report as one self-contained page.")
@click.option("--waves-per-year", type=ABOVE_ZERO, help="Cadence of the survey.  [default: from the map or the dates]")
@click.option(
    "--false-alarms-per-year",
    type=ABOVE_ZERO,
    default=0.1,
    show_default=True,
    help="How often a company in which nothing changes may be disturbed.",
)
def analyse(
    files: tuple[Path, ...],
    *,
    map_path: Path | None,
    json_path: Path | None,
    html_path: Path | None,
    waves_per_year: float | None,
    false_alarms_per_year: float,
) -> None:
    """Read survey files (CSV or Parquet) and say what changed, where, since when, how much and how sure."""
    from survey.cli.first_run import announce_first_run  # noqa: PLC0415 -- weight
    from survey.cli.outputs import check_outputs, write_all  # noqa: PLC0415 -- weight
    from survey.cli.progress import Progress  # noqa: PLC0415 -- weight
    from survey.importing.faults import UnreadableSurvey  # noqa: PLC0415 -- weight
    from survey.importing.outside import read_survey  # noqa: PLC0415 -- weight
    from survey.services import analyse as services  # noqa: PLC0415 -- weight

    check_outputs([path for path in (json_path, html_path) if path], [*files, *([map_path] if map_path else [])])
    try:
        announce_first_run()
        with Progress() as progress:
            progress.step("Reading")
            found = read_survey(files, map_path=map_path, waves_per_year=waves_per_year)
            report = services.analyse(found, false_alarms_per_year=false_alarms_per_year, on_step=progress.step)
            del found
            progress.step("Writing")
            write_all(_texts(report, json_path, html_path))
    except (UnreadableSurvey, ValueError) as error:  # analysis says with the latter what it cannot take
        click.echo(str(error), err=True)
        sys.exit(2)
    if not json_path and not html_path:
        click.echo(services.in_words(report))


def _texts(report: "Report", json_path: Path | None, html_path: Path | None) -> "dict[Path, Iterable[str]]":
    from survey.services.analyse import as_json, as_page  # noqa: PLC0415 -- weight

    texts: dict[Path, Iterable[str]] = {}
    if json_path:
        texts[json_path] = as_json(report)
    if html_path:
        texts[html_path] = as_page(report)
    return texts
