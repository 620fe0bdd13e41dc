"""`aloft alert`: whether alerts arrive."""

import sys

import click

CHANNELS = ("mail", "slack", "teams", "webhook", "wave", "slack-people", "teams-people")


@click.group()
def alert() -> None:
    """Show whether alerts arrive."""


@alert.command()
@click.option(
    "--channel", "wanted", multiple=True, type=click.Choice(CHANNELS), help="Only this channel; may be given again."
)
@click.option(
    "--to",
    default="",
    help="Send the test mail, and those to people in chats, to this address instead of to everybody who is CEO.",
)
def test(*, wanted: tuple[str, ...], to: str) -> None:
    """Send a test message through each channel now, and say what came of it; exit 1 if one fails or none works."""
    from survey.cli.door import now, opened  # noqa: PLC0415 -- weight
    from survey.config import Settings  # noqa: PLC0415 -- weight

    with opened() as stores:
        from survey.services.alerting.proof import Trial  # noqa: PLC0415 -- weight
        from survey.services.alerting.proving import prove  # noqa: PLC0415 -- weight
        from survey.services.chat import chats_of  # noqa: PLC0415 -- weight
        from survey.services.hooks import channels_of  # noqa: PLC0415 -- weight

        settings = Settings()
        trial = Trial(settings, channels_of(settings), now, to, chats_of(settings))
        with stores.company.read() as session:
            proofs = list(prove(session, trial, wanted or CHANNELS))
    for proof in proofs:
        click.echo(
            f"{proof.channel:<12} {'works' if proof.works else 'fails' if proof.is_set else 'unset'}  {proof.told}"
        )
    failed = [proof for proof in proofs if not proof.works and (proof.is_set or wanted)]
    sys.exit(1 if failed or not any(proof.works for proof in proofs) else 0)
