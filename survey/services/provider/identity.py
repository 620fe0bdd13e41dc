"""Who somebody is, by what the provider says of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from survey.services.addresses import IllFormedAddress, normal_address
from survey.services.provider.fault import ProviderFault
from survey.services.provider.registration import Registration, RoleClaim
from survey.services.rights import Role

LONGEST_SUBJECT = 255


@dataclass(frozen=True, slots=True)
class Claimed:
    """The roles that claims decide on, and which of them this person has by their claims."""

    decided: frozenset[Role] = frozenset()
    held: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Identity:
    """`subject` is the provider's name for the person, which it never gives to another; `address` is verified."""

    issuer: str
    subject: str = field(repr=False)
    address: str | None = field(repr=False)
    claimed: Claimed


def identity_of(claims: Mapping[str, Any], registration: Registration) -> Identity:
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT or not subject.isprintable():
        raise ProviderFault("the subject is not a text of 1 to 255 characters")
    return Identity(
        registration.issuer, subject, verified_address(claims, registration.mail_claim), claimed(claims, registration)
    )


def verified_address(claims: Mapping[str, Any], trusted: str) -> str | None:
    """The address as we write it, if the provider vouches for it."""
    if not _is_vouched_for(claims.get("email_verified"), trusted):
        return None
    found = value_of(claims, trusted or "email")
    if not isinstance(found, str) or _changes_its_letters(found):
        return None
    try:
        return normal_address(found)
    except IllFormedAddress:
        return None


def _is_vouched_for(said: Any, trusted: str) -> bool:
    """By the provider, or by the setting, which does not outweigh a provider that says no."""
    if said is True or said == "true":
        return True
    return bool(trusted) and (trusted != "email" or said is None)


def claimed(claims: Mapping[str, Any], registration: Registration) -> Claimed:
    roles = registration.roles
    return Claimed(
        frozenset(one.role for one in roles), frozenset(one.role for one in roles if one.value in _values(claims, one))
    )


def wanted_claims(registration: Registration) -> frozenset[str]:
    """The claims that decide something; those that are missing in the token are asked for."""
    address = (registration.mail_claim,) if registration.mail_claim else ("email", "email_verified")
    return frozenset((*address, *(one.claim for one in registration.roles)))


def value_of(claims: Mapping[str, Any], name: str) -> Any:
    """The claim of this name, or else what a path of names leads to, as in `realm_access.roles`."""
    if name in claims:
        return claims[name]
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _values(claims: Mapping[str, Any], wanted: RoleClaim) -> Iterable[Any]:
    found = value_of(claims, wanted.claim)
    return found if isinstance(found, list) else [found]


def _changes_its_letters(address: str) -> bool:
    """Some letters of other scripts have a Latin one as their small letter (the sign of Kelvin: k)."""
    return any(not letter.isascii() and letter.lower() != letter for letter in address)
