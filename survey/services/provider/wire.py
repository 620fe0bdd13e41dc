"""Ask the provider: over https, to where the name leads, in five seconds, a small answer in JSON, without any detour.

It is set by whoever runs the service, so that private addresses are allowed; link-local ones are not.
"""

import json
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from typing import Any, Protocol
from urllib.parse import SplitResult, urlsplit

from survey.services.hooks.address import is_allowed
from survey.services.hooks.deadline import cut_after, within
from survey.services.hooks.sending import Resolve, resolved
from survey.services.provider.address import is_safe
from survey.services.provider.fault import ProviderFault

SECONDS = 5.0
MOST_BYTES = 512 * 1024
PORTS = {"https": 443, "http": 80}
ALWAYS = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said."""

    status: int
    content: dict[str, Any] = field(repr=False)


class Web(Protocol):
    """Asks, and gets an object of JSON."""

    def ask(self, address: str, *, headers: Mapping[str, str] | None = None, form: str | None = None) -> Reply:
        """GET, or POST of a form; raise `ProviderFault` if there is no object to be had."""


@dataclass(frozen=True, slots=True)
class Wire:
    """The real one."""

    resolve: Resolve = resolved
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def ask(self, address: str, *, headers: Mapping[str, str] | None = None, form: str | None = None) -> Reply:
        if not is_safe(address):
            raise ProviderFault("an address of the provider is not https")
        parts, end = urlsplit(address), time.monotonic() + self.seconds
        try:
            with (
                self._connected(parts, end) as plain,
                cut_after(_left(end), plain),
                self._wrapped(plain, parts) as line,
            ):
                status, content = _said(line, parts, {**ALWAYS, **(headers or {})}, form=form)
                _left(end)  # an answer that was cut off looks like one that was short
        except ssl.SSLCertVerificationError as fault:
            raise ProviderFault(f"its certificate does not do: {fault.verify_message}") from None
        except (OSError, HTTPException, ValueError, AttributeError) as fault:
            over = time.monotonic() >= end - 0.01
            why = f"no answer within {self.seconds:g} seconds" if over else f"no connection ({type(fault).__name__})"
            raise ProviderFault(why) from None
        return Reply(status, _object(content, status))

    def _connected(self, parts: SplitResult, end: float) -> socket.socket:
        """The first of its addresses that answers, where all of them are allowed."""
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        try:
            found = within(_left(end), lambda: self.resolve(host, port))
        except (socket.gaierror, UnicodeError):
            raise ProviderFault("the name of its host leads nowhere") from None
        if not found or not all(_may_be_asked(one, is_open=parts.scheme == "http") for one in found):
            raise ProviderFault("its host leads to an address that is not asked")
        for one in found[:-1]:
            try:
                return socket.create_connection((one, port), timeout=_left(end))
            except OSError:
                continue
        return socket.create_connection((found[-1], port), timeout=_left(end))

    def _wrapped(self, plain: socket.socket, parts: SplitResult) -> AbstractContextManager[socket.socket]:
        if parts.scheme == "http":
            return nullcontext(plain)
        return self.context.wrap_socket(plain, server_hostname=parts.hostname)


def _may_be_asked(found: str, *, is_open: bool) -> bool:
    """What goes in the open stays on this machine."""
    if is_open:
        return ip_address(found.partition("%")[0]).is_loopback
    return is_allowed(found, may_be_private=True)


def _said(
    line: socket.socket, parts: SplitResult, headers: Mapping[str, str], *, form: str | None
) -> tuple[int, bytes]:
    connection = HTTPConnection(parts.hostname or "", parts.port or PORTS[parts.scheme])
    connection.default_port = PORTS[parts.scheme]
    connection.sock = line
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    if form is None:
        connection.request("GET", path, headers=dict(headers))
    else:
        connection.request("POST", path, form, {**headers, "Content-Type": "application/x-www-form-urlencoded"})
    response = connection.getresponse()
    content = response.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ProviderFault("its answer is too long")
    return response.status, content


def _object(content: bytes, status: int) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ProviderFault(f"it answered {status} with something that is no object of JSON")
    return found


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
