"""`aloft token`: keys with which other programs use the API."""

import click

from survey.cli.door import now, opened

# Written out, since commands load nothing before they run; a test holds them against `Scope`.
SCOPES = (
    "people:write",
    "programme:read",
    "participation:read",
    "release:read",
    "alerts:read",
    "moments:read",
    "moments:write",
    "replies:read",
    "replies:write",
)


@click.group()
def token() -> None:
    """Make, list and revoke tokens for the API."""


@token.command()
@click.argument("label")
@click.option("--account", required=True, help="Mail address of the account it acts for; its roles are the limit.")
@click.option("--scope", "scopes", type=click.Choice(SCOPES), multiple=True, required=True, help="Once or more.")
@click.option("--days", default=90, show_default=True, help="How long it is good, at most 366 days.")
def create(label: str, *, account: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a token; LABEL says what it is for. It is shown once."""
    with opened() as stores, stores.company.write() as session:
        from survey.services.api_tokens import Scope, Wish, make_token  # noqa: PLC0415 -- weight

        made = make_token(session, Wish(account, label, [Scope(one) for one in scopes], days), now=now())
    click.echo(made.text)
    until = f"{made.expires_at:%d %B %Y}"
    click.echo(f"Token {made.number}, good until {until}. It is shown this once: keep it with passwords.", err=True)


@token.command()
@click.argument("number", type=int)
def revoke(number: int) -> None:
    """End a token at once."""
    with opened() as stores, stores.company.write() as session:
        from survey.services.api_tokens import revoke_token  # noqa: PLC0415 -- weight

        revoke_token(session, number, now=now())
    click.echo(f"Token {number} is revoked.")


@token.command("list")
def list_tokens() -> None:
    """Show every token, without what it is."""
    with opened() as stores, stores.company.read() as session:
        from survey.queries.api_tokens import kept_tokens  # noqa: PLC0415 -- weight

        found = kept_tokens(session)
    for one in found:
        is_over = one.is_revoked or one.expires_at <= now()
        state = "no longer good" if is_over else f"good until {one.expires_at:%Y-%m-%d}"
        used = f"last used {one.used_on}" if one.used_on else "never used"
        click.echo(f"{one.id}  {one.label}  {one.address or 'address erased'}  {' '.join(one.scopes)}  {state}, {used}")
    if not found:
        click.echo("There is no token yet. `aloft token create LABEL --account ADDRESS --scope SCOPE` makes one.")
