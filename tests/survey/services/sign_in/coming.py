"""Somebody comes from the provider."""

from survey.db import Stores
from survey.queries import audit as log
from survey.services.provider import Claimed, Identity
from survey.services.sign_in import Refusal, open_by_provider, signed_in
from tests.survey.company import NOW

ADA, BO = "ada@meridian.example", "bo@meridian.example"
HERE, ELSEWHERE = "https://id.meridian.example", "https://id.other.example"


def come(
    stores: Stores,
    subject: str = "ada-1",
    address: str | None = ADA,
    *,
    issuer: str = HERE,
    claimed: Claimed | None = None,
) -> int | Refusal:
    """The number of the account that was opened, or why none was."""
    with stores.company.write() as session:
        opened = open_by_provider(session, Identity(issuer, subject, address, claimed or Claimed()), now=NOW)
        if isinstance(opened, Refusal):
            return opened
        found = signed_in(session, token=opened, now=NOW)
        assert found
        return found.account_id


def logged(stores: Stores) -> list[tuple[str, dict[str, object]]]:
    with stores.company.read() as session:
        return [(entry.action, entry.details) for entry in log.entries(session)]
