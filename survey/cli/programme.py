"""`aloft programme`: the recurring plan."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from survey.cli.door import now, opened

DAY = click.DateTime(["%Y-%m-%d"])


def plan_options(command: Any) -> Any:
    """The options that make a plan."""
    options = (
        click.option("--rule", default="monthly", show_default=True, help="A named cadence or an RRULE."),
        click.option("--starts-on", type=DAY, required=True, help="First day on which a wave may open."),
        click.option(
            "--hour",
            type=click.DateTime(["%H:%M"]),
            default="09:00",
            show_default=True,
            help="When mails leave, on each person's clock.",
        ),
        click.option("--open-days", type=int, default=10, show_default=True, help="Working days a wave is open."),
        click.option(
            "--remind-on", type=int, multiple=True, default=(3, 5), show_default=True, help="Working days of reminders."
        ),
        click.option("--country", multiple=True, help="Country whose holidays are kept, such as SE."),
        click.option("--home-zone", default="UTC", show_default=True, help="Time zone of the head office."),
        click.option("--sample", type=float, default=1.0, show_default=True, help="Share of people asked in a wave."),
        click.option(
            "--epoch-months",
            type=int,
            default=12,
            show_default=True,
            help="Months within which a person's answers are linked.",
        ),
        click.option("--k", type=int, default=5, show_default=True, help="Smallest group that is ever shown."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def programme() -> None:
    """Create, preview, pause, move and end the recurring plan."""


@programme.command()
@plan_options
@click.option(
    "--questionnaire",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A questionnaire file.  [default: ours]",
)
@click.option("--with-module", is_flag=True, help="Ask the optional module twice a year.")
def create(*, questionnaire: Path | None, with_module: bool, **options: Any) -> None:
    """Begin a programme; it then runs by itself."""
    with opened() as stores:
        from survey.questionnaires.reading import check_questionnaire, our_file, text_of  # noqa: PLC0415 -- weight
        from survey.scheduling.plan import warnings_of  # noqa: PLC0415 -- weight
        from survey.services.programme import By, create_programme  # noqa: PLC0415 -- weight

        plan = _plan(**options)
        if questionnaire:
            check_questionnaire(questionnaire)  # here and not only when it is kept: its faults then name the file
        file = text_of(questionnaire) if questionnaire else our_file()
        with stores.company.write() as session:
            create_programme(session, plan, questionnaire=file, with_module=with_module, by=By(None, now()))
        for warning in warnings_of(plan):
            click.echo(warning, err=True)
        click.echo("The programme runs. Keep `aloft worker` or `aloft serve` running: they open and close its waves.")


@programme.command()
@plan_options
def preview(**options: Any) -> None:
    """Show when the first waves of such a plan would open, remind and close. Nothing is stored."""
    import sys  # noqa: PLC0415 -- beside the other late imports

    from survey.scheduling.preview import preview_lines  # noqa: PLC0415 -- weight

    try:
        lines = list(preview_lines(_plan(**options)))
    except ValueError as error:  # it says what was got and what is wanted
        click.echo(str(error), err=True)
        sys.exit(2)
    for line in lines:
        click.echo(line)


@programme.command()
def pause() -> None:
    """Open no further wave until it is resumed; an open one runs to its end."""
    _decide("pause", "The programme is paused. `aloft programme resume` lets it go on.")


@programme.command()
def resume() -> None:
    """Let a paused programme go on as its rule says."""
    _decide("resume", "The programme runs again.")


@programme.command()
def end() -> None:
    """Open no further wave, ever; an open one runs to its end."""
    _decide("end", "The programme has ended.")


@programme.command()
@click.option("--wave", "number", type=int, required=True, help="Number of a wave that has not opened.")
@click.option("--days", type=int, required=True, help="Days later; earlier if below 0.")
def shift(*, number: int, days: int) -> None:
    """Move the opening of one wave."""
    _decide("shift", f"Wave {number} is moved by {days} days.", number=number, days=days)


@programme.command()
@click.argument("k", type=int)
def threshold(*, k: int) -> None:
    """Raise the smallest group that is ever shown. It can never be lowered."""
    _decide("raise_k", f"Groups of fewer than {k} are shown no more.", k=k)


def _decide(verb: str, done: str, **details: Any) -> None:
    with opened() as stores:
        from survey.services import programme as services  # noqa: PLC0415 -- weight

        with stores.company.write() as session:
            getattr(services, verb)(session, by=services.By(None, now()), **details)
        click.echo(done)


def _plan(
    *,
    rule: str,
    starts_on: datetime,
    hour: datetime,
    remind_on: tuple[int, ...],
    country: tuple[str, ...],
    sample: float,
    **numbers: Any,
) -> Any:
    from survey.scheduling.plan import Plan  # noqa: PLC0415 -- weight

    first: date = starts_on.date()
    at: time = hour.time()
    return Plan(
        rule=rule, starts_on=first, hour=at, reminder_days=remind_on, countries=country, sample_share=sample, **numbers
    )
