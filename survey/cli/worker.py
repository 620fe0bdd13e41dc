"""`aloft worker`: do the jobs, send the mails."""

import click


@click.command()
@click.option("--once", is_flag=True, help="Do what is due, then end.")
@click.option("--retry-failed", is_flag=True, help="First put back what had failed for good.")
def worker(*, once: bool, retry_failed: bool) -> None:
    """Do the jobs and send the mails until Ctrl-C or SIGTERM; what is in hand then is brought to its end."""
    from survey.cli.door import now, opened  # noqa: PLC0415 -- weight
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.jobs.process import work_until_told  # noqa: PLC0415 -- weight
    from survey.jobs.wiring import build_worker  # noqa: PLC0415 -- weight
    from survey.queries import work  # noqa: PLC0415 -- weight

    with opened() as stores:
        if retry_failed:
            with stores.company.write() as session:
                click.echo(f"Put back: {work.put_back_failed(session, now=now())}.", err=True)
        ready = build_worker(Settings(), stores)
        if once:
            ready.run_all()
        else:
            click.echo("Working. Ctrl-C ends it.", err=True)
            work_until_told(ready)
