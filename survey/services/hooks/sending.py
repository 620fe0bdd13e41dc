"""Send one message to one address: over https, to where the name led once, within five seconds, without any detour."""

import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Protocol
from urllib.parse import SplitResult, urlsplit

from survey.services.hooks.address import is_allowed
from survey.services.hooks.deadline import cut_after, within

HTTPS_PORT = 443
SECONDS = 5.0
MOST_BYTES = 64 * 1024
LONGEST_TEXT = 200
ACCEPTED = range(200, 300)
ALWAYS = {"Connection": "close", "Accept-Encoding": "identity"}

Resolve = Callable[[str, int], Sequence[str]]


class HookFault(Exception):
    """Why a message did not arrive; the text leaves out the address, which may itself be a secret."""


class NoHook(ValueError):
    """A setting that is no address of a hook; the text leaves it out, too."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Where a message goes."""

    host: str
    port: int
    path: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said of a message it took."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the other side said, whether it took the message or not; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes


class Exchanges(Protocol):
    """Sends messages to those who say more than that they took them."""

    def exchange(self, hook: Hook, body: bytes, headers: Mapping[str, str]) -> Exchange:
        """Raise `HookFault` if there was no answer."""


class Hooks(Protocol):
    """Sends messages."""

    def post(self, hook: Hook, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Raise `HookFault` if the message was not taken."""


def read_hook(text: str) -> Hook:
    """The address of a hook: https, a host, and no name or password in it."""
    try:
        parts = urlsplit(text)
        port = parts.port or HTTPS_PORT
    except ValueError:
        raise NoHook("got no web address; wanted https://HOST/PATH") from None
    if parts.scheme != "https" or not parts.hostname or parts.username is not None or not text.isprintable():
        raise NoHook("got an address that is not https://HOST/PATH, without name and password")
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError:
        raise NoHook("got a host that no name can have; wanted https://HOST/PATH") from None
    return Hook(host, port, _path(parts))


def _path(parts: SplitResult) -> str:
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    if not path.isascii() or " " in path:
        raise NoHook("got a path with spaces or letters that do not belong there; wanted https://HOST/PATH")
    return path


def resolved(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True, slots=True)
class PinnedHooks:
    """The real one. A name is looked up once: what was checked is what is connected to."""

    may_be_private: bool = False
    resolve: Resolve = resolved
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def post(self, hook: Hook, body: bytes, headers: Mapping[str, str]) -> Answer:
        said = self.exchange(hook, body, headers)
        text = _text(said.content)
        if said.status in ACCEPTED:
            return Answer(said.status, text)
        if said.status in range(300, 400):
            raise HookFault(f"{said.status}: wanted to send the message elsewhere, where it does not go")
        raise HookFault(f"{said.status} {text}".strip())

    def exchange(self, hook: Hook, body: bytes, headers: Mapping[str, str]) -> Exchange:
        end = time.monotonic() + self.seconds
        try:
            address = self._address(hook, end)
            with (
                socket.create_connection((address, hook.port), timeout=_left(end)) as plain,
                cut_after(_left(end), plain),
                self.context.wrap_socket(plain, server_hostname=hook.host) as secret,
            ):
                return _said(secret, hook, body, {**headers, **ALWAYS}, end=end)
        except HookFault:
            raise
        except ssl.SSLCertVerificationError as fault:
            raise HookFault(f"the certificate does not do: {fault.verify_message}") from None
        except (OSError, HTTPException, ValueError, AttributeError) as fault:
            over = time.monotonic() >= end - 0.01
            words = f"no answer within {self.seconds:g} seconds" if over else _words(fault)
            raise HookFault(words) from None

    def _address(self, hook: Hook, end: float) -> str:
        """The first of the addresses, if all of them are allowed."""
        try:
            found = within(_left(end), lambda: self.resolve(hook.host, hook.port))
        except (socket.gaierror, UnicodeError):
            raise HookFault("the name of the host leads nowhere") from None
        if not found or not all(is_allowed(one, may_be_private=self.may_be_private) for one in found):
            raise HookFault("the host leads to an address that messages may not go to (ALOFT_HOOKS_MAY_BE_PRIVATE)")
        return found[0]


class Connection(HTTPConnection):
    """Leaves the port out of the host's name where it is the usual one."""

    default_port = HTTPS_PORT


def _said(secret: ssl.SSLSocket, hook: Hook, body: bytes, headers: Mapping[str, str], *, end: float) -> Exchange:
    connection = Connection(hook.host, hook.port)
    connection.sock = secret
    connection.request("POST", hook.path, body, headers)
    response = connection.getresponse()
    _left(end)  # an answer that was cut off looks like one that was short
    names = {name.lower(): value for name, value in response.getheaders()}
    return Exchange(response.status, names, _content(response))


def _content(response: HTTPResponse) -> bytes:
    """The beginning of what was said; that the message was taken or not, the status has told already."""
    try:
        return response.read(MOST_BYTES)
    except (OSError, HTTPException, ValueError, AttributeError):
        return b""


def _text(content: bytes) -> str:
    words = " ".join(content.decode("utf-8", "replace").split())
    return "".join(letter for letter in words if letter.isprintable())[:LONGEST_TEXT]


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _words(fault: Exception) -> str:
    if isinstance(fault, ConnectionRefusedError):
        return "nobody listens there"
    if isinstance(fault, TimeoutError):
        return "no answer in time"
    return f"the connection broke off ({type(fault).__name__})"
