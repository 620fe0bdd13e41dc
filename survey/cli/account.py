"""`aloft account`: who may sign in, and as what."""

from typing import TYPE_CHECKING

import click

from survey.cli.door import now, opened

if TYPE_CHECKING:
    from survey.queries.accounts import Listed

ROLES = click.Choice(("admin", "hr", "ceo", "leader", "employee", "council"))
UNIT = click.option("--unit", help="The unit a leader leads, as the path of its names: Company/Division/Team.")


@click.group()
def account() -> None:
    """Open, close and list accounts; give and take roles."""


@account.command()
@click.argument("address")
@click.option("--role", type=ROLES, required=True, help="What the account is.")
@UNIT
def add(address: str, *, role: str, unit: str | None) -> None:
    """Open an account for this mail address, or open it again."""
    with opened() as stores, stores.company.write() as session:
        from survey.services import accounts  # noqa: PLC0415 -- weight
        from survey.services.addresses import normal_address  # noqa: PLC0415 -- weight
        from survey.services.rights import Role  # noqa: PLC0415 -- weight

        held = accounts.role_in(session, Role(role), unit)
        number = accounts.open_account(session, address=normal_address(address), held=held, now=now())
        click.echo(f"Account {number} is open. {address} may sign in.")


@account.command()
@click.argument("address")
def close(address: str) -> None:
    """Close an account, and end where it is signed in."""
    with opened() as stores, stores.company.write() as session:
        from survey.services.accounts import close_account  # noqa: PLC0415 -- weight

        number = close_account(session, address=address.strip().lower(), now=now())
        click.echo(f"Account {number} is closed, and signed in nowhere.")


@account.command()
@click.argument("address")
def unlink(address: str) -> None:
    """Forget who an account is at the identity provider; its next sign-in there finds it by address anew."""
    with opened() as stores, stores.company.write() as session:
        from survey.services.accounts import unlink_account  # noqa: PLC0415 -- weight

        was_linked = unlink_account(session, address=address.strip().lower(), now=now())
        click.echo(f"{address} {'is' if was_linked else 'was'} nobody at the provider{' now' if was_linked else ''}.")


@account.command("role")
@click.argument("address")
@click.argument("role", type=ROLES)
@click.option("--take", is_flag=True, help="Take the role away instead of giving it.")
@UNIT
def change_role(address: str, *, role: str, take: bool, unit: str | None) -> None:
    """Give a role to an account, or take one away."""
    with opened() as stores, stores.company.write() as session:
        from survey.services import accounts  # noqa: PLC0415 -- weight
        from survey.services.rights import Role  # noqa: PLC0415 -- weight

        change = accounts.take_role if take else accounts.give_role
        held = accounts.role_in(session, Role(role), unit)
        is_changed = change(session, address=address.strip().lower(), held=held, now=now())
        state = "is not" if take else "is"
        click.echo(f"{address} {state} {role}{f' of {unit}' if unit else ''}{' now' if is_changed else ', as before'}.")


@account.command("list")
def list_accounts() -> None:
    """Show every account that is more than an employee's."""
    with opened() as stores, stores.company.read() as session:
        from survey.queries.accounts import accounts_with_power  # noqa: PLC0415 -- weight
        from survey.queries.unit_path import unit_name  # noqa: PLC0415 -- weight

        found = accounts_with_power(session)
        units = {unit for one in found for _, unit in one.roles if unit is not None}
        names = {unit: unit_name(session, unit) for unit in units}
    for one in found:
        click.echo(as_line(one, names))
    if not found:
        click.echo("No account has a role yet. `aloft account add ADDRESS --role admin` opens the first.")


def as_line(one: "Listed", units: dict[int, str]) -> str:
    roles = [role if unit is None else f"{role} of {units[unit]}" for role, unit in one.roles]
    return f"{one.id}  {one.address or 'address erased'}  {', '.join(roles)}{'' if one.is_open else '  (closed)'}"
