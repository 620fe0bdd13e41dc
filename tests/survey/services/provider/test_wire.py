"""A provider that hangs, lies, sends elsewhere or never ends is told in words, and in time."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from survey.services.provider import ProviderFault, Wire
from tests.survey.services.hooks.servers import HOST, client_context, serving

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"ok": true}'


@contextmanager
def server(answer: Callable[[socket.socket], None]) -> Iterator[tuple[str, list[bytes]]]:
    """One that answers one visitor; its address, and what it was asked."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)

        def serve() -> None:
            with suppress(OSError):
                line, _ = listening.accept()
                with line:
                    line.settimeout(5)
                    heard.append(b"")
                    while not heard[0].endswith((b"\r\n\r\n", b"code=c")) or heard[0].endswith(b"urlencoded\r\n\r\n"):
                        heard[0] += line.recv(65_536)
                    answer(line)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    thread.join(6)


def says(content: bytes) -> Callable[[socket.socket], None]:
    return lambda line: line.sendall(content)


def test_an_object_is_read() -> None:
    with server(says(OK)) as (address, heard):
        found = Wire().ask(f"{address}/token?a=b", headers={"X-Own": "1"}, form="code=c")

    assert (found.status, found.content) == (200, {"ok": True})
    assert heard[0].startswith(b"POST /token?a=b HTTP/1.1\r\nHost: 127.0.0.1:")
    assert heard[0].endswith(b"code=c")
    assert b"X-Own: 1" in heard[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]", "no object of JSON"),
        (b"HTTP/1.1 500 No\r\nContent-Length: 6\r\n\r\n<html>", "answered 500"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "answered 302"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 100_000, "no object of JSON"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b'{"a": ' + b"9" * 5_000 + b"}", "no object of JSON"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 600_000, "too long"),
        (b"SSH-2.0-nonsense\r\n", "no connection"),
        (b"", "no connection"),
    ],
    ids=range(8),
)
def test_nonsense_is_told(content: bytes, words: str) -> None:
    with server(says(content)) as (address, _), pytest.raises(ProviderFault, match=words):
        Wire().ask(address)


def test_drops_of_an_answer_do_not_make_us_wait() -> None:
    def drip(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(40):
            line.sendall(b" ")
            time.sleep(0.1)

    begun = time.monotonic()
    with server(drip) as (address, _), pytest.raises(ProviderFault, match=r"no answer within 0\.4 seconds"):
        Wire(seconds=0.4).ask(address)

    assert time.monotonic() - begun < 8


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ProviderFault, match="ConnectionRefusedError"):
        Wire().ask(f"http://127.0.0.1:{port}")


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://id.example", ["169.254.169.254"]),
        ("https://id.example", ["93.184.215.14", "fe80::1"]),
        ("https://id.example", []),
        ("http://localhost:1", ["93.184.215.14"]),
    ],
)
def test_some_addresses_are_not_asked(address: str, leads_to: list[str]) -> None:
    with pytest.raises(ProviderFault, match="not asked"):
        Wire(resolve=lambda *_: leads_to).ask(address)


def test_without_https_nothing_leaves_this_machine() -> None:
    with pytest.raises(ProviderFault, match="not https"):
        Wire().ask("http://id.meridian.example/token")


def test_a_name_that_leads_nowhere_is_told() -> None:
    def nowhere(*_: object) -> list[str]:
        raise socket.gaierror

    with pytest.raises(ProviderFault, match="leads nowhere"):
        Wire(resolve=nowhere).ask("https://id.meridian.example")


def test_a_certificate_that_nobody_vouches_for_is_told() -> None:
    with serving(lambda talk: talk.send(OK)) as there:
        address = f"https://{HOST}:{there.port}/"
        trusting = Wire(resolve=lambda *_: ["127.0.0.1"], context=client_context())
        assert trusting.ask(address, form="{}").content == {"ok": True}
        with pytest.raises(ProviderFault, match="certificate"):
            Wire(resolve=lambda *_: ["127.0.0.1"], context=ssl.create_default_context()).ask(address, form="{}")
