"""`aloft init`: make what the service needs, as often as one likes."""

import os

import click


@click.command()
@click.option("--company", help="Name of the company; needed the first time.")
@click.option("--contact", help="Whom people may ask, as it stands on their pages; needed the first time.")
@click.option("--language", help="Language where a person has none: en, de, fr or es.  [default: en]")
@click.option("--time-zone", help="Time zone of the company, such as Europe/Stockholm.  [default: UTC]")
def init(**options: str | None) -> None:
    """Make the folders, the secret, the tables of all stores and the company. What is there stays."""
    from survey.cli.door import now, opened  # noqa: PLC0415 -- weight
    from survey.services.set_up import set_up  # noqa: PLC0415 -- weight

    make_what_is_missing()
    given = {"name" if key == "company" else key: value for key, value in options.items() if value is not None}
    with opened() as stores, stores.company.write() as session:
        is_changed = set_up(session, given, now=now())
    click.echo(f"The company {'is set up' if is_changed else 'stays as it is'}. `aloft doctor` says what is missing.")


def make_what_is_missing() -> None:
    from survey.config import Settings  # noqa: PLC0415 -- weight
    from survey.db import open_stores  # noqa: PLC0415 -- weight
    from survey.schema import upgrade_all  # noqa: PLC0415 -- weight
    from survey.secret import make_secret  # noqa: PLC0415 -- weight

    os.umask(0o077)  # whoever can read the files of all stores can link answers to people
    settings = Settings()
    if settings.secret_key is None and make_secret(settings.secret_file):
        click.echo(
            f"{settings.secret_file} is made. Keep a copy in a safe place: forms and sign-in links depend on it."
        )
    stores = open_stores(settings)
    try:
        upgrade_all(stores)
    finally:
        stores.dispose()
    click.echo("The tables of all stores are up to date.")
