"""Mail addresses, read strictly: a doubtful one is refused before a link leaves for somebody else."""

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import parseaddr

# Quoted local parts and address literals are allowed by the standard, used by nobody, and where injections hide.
ATOM = r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff<>()\[\],;:\\\"@.]+"
LOCAL_PART = re.compile(rf"{ATOM}(?:\.{ATOM})*")
DOMAIN = re.compile(r"(?!-)[a-z0-9-]+(?<!-)(?:\.(?!-)[a-z0-9-]+(?<!-))*")
# ß, final sigma and joiners: the two standards read such domains differently, so that a mail could reach another one.
IN_DOUBT = re.compile("[\u00df\u1e9e\u03c2\u200c\u200d]")


class UnusableAddress(ValueError):
    """Not an address a mail can be sent to."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who mails come from, and where answers to them go."""

    name: str
    address: str
    reply_to: str = ""

    @property
    def domain(self) -> str:
        return read_address(self.address).domain


def read_sender(text: str, *, reply_to: str = "") -> Sender:
    """The sender out of `Name <name@domain>` or a bare address."""
    name, address = parseaddr(text)
    read_address(address or text)
    return Sender(name, address, reply_to)


def read_address(text: str, *, name: str = "") -> Address:
    """The address with its domain in the form that servers know (IDNA)."""
    local, _, domain = text.rpartition("@")
    if not LOCAL_PART.fullmatch(local):
        raise UnusableAddress(f"got {text!r} as a mail address; wanted name@domain")
    return Address(name, local, ascii_domain(domain))


def is_address(text: str) -> bool:
    """Whether a mail could go there; a contact may also be a name and a room."""
    try:
        read_address(text)
    except UnusableAddress:
        return False
    return True


def ascii_domain(domain: str) -> str:
    if IN_DOUBT.search(domain):
        raise UnusableAddress(f"got the domain {domain!r}, which has two readings; wanted the one meant, as xn--…")
    try:
        ascii_form = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_form = ""
    if not DOMAIN.fullmatch(ascii_form) or len(ascii_form) > 253:
        raise UnusableAddress(f"got {domain!r} as the domain of a mail address; wanted one like meridian.example")
    return ascii_form


def is_international(address: Address) -> bool:
    """Whether the part before the @ needs a server that knows SMTPUTF8."""
    return not address.username.isascii()
