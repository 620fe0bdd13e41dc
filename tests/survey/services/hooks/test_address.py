"""Messages leave the house, and never reach what is inside it by another spelling."""

import pytest

from survey.services.hooks.address import is_allowed

PUBLIC = ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::93.184.216.34"]
PRIVATE = ["10.1.2.3", "192.168.0.1", "172.16.0.1", "127.0.0.1", "::1", "fd00::1", "::ffff:10.0.0.1", "100.64.0.1"]
NEVER = [
    "0.0.0.0",  # noqa: S104 -- an address to be refused
    "::",
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "fe80::1",
    "fe80::1%eth0",
    "224.0.0.1",
    "ff02::1",
    "64:ff9b::169.254.169.254",
    "2002:a9fe:a9fe::1",
    "not an address",
    "",
]
HIDDEN = ["2002:0a00:0001::1", "64:ff9b::10.0.0.1", "::10.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_sent_to(address: str) -> None:
    assert is_allowed(address, may_be_private=False)


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER, *HIDDEN])
def test_none_inside_the_house_may_by_whatever_name(address: str) -> None:
    assert not is_allowed(address, may_be_private=False)


@pytest.mark.parametrize("address", ["10.1.2.3", "192.168.0.1", "127.0.0.1", "::1", "fd00::1", "::ffff:10.0.0.1"])
def test_private_ones_may_where_the_settings_say_so(address: str) -> None:
    assert is_allowed(address, may_be_private=True)


@pytest.mark.parametrize("address", NEVER)
def test_some_never_may(address: str) -> None:
    assert not is_allowed(address, may_be_private=True)
