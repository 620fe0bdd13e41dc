"""Who somebody is, is read from claims that the provider vouches for."""

from dataclasses import replace
from typing import Any

import pytest

from survey.services.provider import ProviderFault
from survey.services.provider.identity import claimed, identity_of, verified_address
from survey.services.provider.registration import RoleClaim
from survey.services.rights import Role
from tests.survey.services.provider.fakes import REGISTRATION, claims


@pytest.mark.parametrize(
    ("changed", "trusted", "address"),
    [
        ({}, "", "ada@meridian.example"),
        ({"email": " Ada@Meridian.Example"}, "", "ada@meridian.example"),
        ({"email_verified": "true"}, "", "ada@meridian.example"),
        ({"email_verified": None}, "", None),
        ({"email_verified": False}, "", None),
        ({"email_verified": "false"}, "", None),
        ({"email_verified": 1}, "", None),
        ({"email_verified": ["true"]}, "", None),
        ({"email": None}, "", None),
        ({"email": ["ada@meridian.example"]}, "", None),
        ({"email": "ada"}, "", None),
        ({"email": "ada@\N{KELVIN SIGN}.example"}, "", None),
        ({"email_verified": None}, "email", "ada@meridian.example"),
        ({"email_verified": False}, "email", None),
        ({"upn": "Bo@meridian.example", "email_verified": False}, "upn", "bo@meridian.example"),
        ({"email": "x@y.example"}, "upn", None),
    ],
)
def test_an_address_counts_where_it_is_vouched_for(changed: dict[str, Any], trusted: str, address: str | None) -> None:
    assert verified_address(claims(**changed), trusted) == address


@pytest.mark.parametrize("subject", ["", "x" * 256, "a\nb", 7, None, ["ada"]], ids=repr)
def test_a_subject_that_is_none_is_refused(subject: Any) -> None:
    with pytest.raises(ProviderFault, match="subject"):
        identity_of({**claims(), "sub": subject}, REGISTRATION)


@pytest.mark.parametrize(
    ("claim", "said", "has"),
    [
        ("groups", {"groups": ["aloft-hr"]}, True),
        ("groups", {"groups": "aloft-hr"}, True),
        ("groups", {"groups": "aloft-hr aloft-admins"}, False),
        ("groups", {"groups": ["Aloft-HR", "aloft-hr-2"]}, False),
        ("groups", {"groups": {"aloft-hr": True}}, False),
        ("groups", {}, False),
        ("realm_access.roles", {"realm_access": {"roles": ["aloft-hr"]}}, True),
        ("realm_access.roles", {"realm_access": ["roles"]}, False),
        ("https://meridian.example/roles", {"https://meridian.example/roles": ["aloft-hr"]}, True),
    ],
)
def test_a_role_is_held_by_exactly_this_value(claim: str, said: dict[str, Any], *, has: bool) -> None:
    roles = (RoleClaim(claim, "aloft-hr", Role.HR),)

    assert bool(claimed(said, replace(REGISTRATION, roles=roles)).held) is has
