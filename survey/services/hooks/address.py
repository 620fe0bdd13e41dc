"""Which addresses of the network a message may go to: public ones, or private ones where the settings say so."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Ip = IPv4Address | IPv6Address

# Networks in which the last four bytes are an IPv4 address: translation (RFC 6052) and "compatible" ones.
WITH_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))


def is_allowed(text: str, *, may_be_private: bool) -> bool:
    """Whether a message may go there. An address within an address is looked at as well."""
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_is_open(one, may_be_private=may_be_private) for one in (found, *_within(found)))


def _is_open(found: Ip, *, may_be_private: bool) -> bool:
    """Link-local ones never are: machines in a cloud keep their passwords there."""
    if found.is_multicast or found.is_unspecified or found.is_link_local:
        return False
    if isinstance(found, IPv6Address) and (found.ipv4_mapped or _holds_ipv4(found)):
        return True  # the address within decides
    if may_be_private and (found.is_private or found.is_loopback):
        return True
    return found.is_global and not found.is_reserved


def _within(found: Ip) -> tuple[IPv4Address, ...]:
    if isinstance(found, IPv4Address):
        return ()
    teredo = found.teredo or ()
    inner = (found.ipv4_mapped, found.sixtofour, *teredo)
    last = (IPv4Address(found.packed[-4:]),) if _holds_ipv4(found) else ()
    return (*(one for one in inner if one is not None), *last)


def _holds_ipv4(found: IPv6Address) -> bool:
    return any(found in network for network in WITH_IPV4) and not found.is_loopback and not found.is_unspecified
