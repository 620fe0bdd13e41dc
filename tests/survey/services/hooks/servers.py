"""Servers that take messages, or do what a message should not have to fear: hang, lie, send elsewhere, never end."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

PEM = Path(__file__).with_name("chat.pem")
"""Key and certificate of chat.meridian.example, which nobody else trusts."""

HOST = "chat.meridian.example"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@dataclass
class Talk:
    """One connection: what came in, and the way to answer."""

    request: bytes
    send: Callable[[bytes], None]
    is_over: Event


@dataclass
class Server:
    port: int
    requests: list[bytes] = field(default_factory=list)
    n_sent: int = 0


def client_context() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(PEM))


@contextmanager
def serving(answer: Callable[[Talk], None]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        is_over, server = Event(), Server(listening.getsockname()[1])
        thread = Thread(target=_accept, args=(listening, context, server, answer, is_over), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            is_over.set()
            thread.join()


def _accept(
    listening: socket.socket,
    context: ssl.SSLContext,
    server: Server,
    answer: Callable[[Talk], None],
    is_over: Event,
) -> None:
    while not is_over.is_set():
        with suppress(TimeoutError, OSError):
            plain, _ = listening.accept()
            plain.settimeout(2)
            with context.wrap_socket(plain, server_side=True) as secret:
                _talk(secret, server, answer, is_over)


def _talk(secret: ssl.SSLSocket, server: Server, answer: Callable[[Talk], None], is_over: Event) -> None:
    request = secret.recv(65536)
    while b"\r\n\r\n" not in request or not request.rstrip().endswith(b"}"):
        request += secret.recv(65536)
    server.requests.append(request)

    def send(content: bytes) -> None:
        secret.sendall(content)
        server.n_sent += len(content)

    answer(Talk(request, send, is_over))


def says(content: bytes) -> Callable[[Talk], None]:
    return lambda talk: talk.send(content)


def hangs(talk: Talk) -> None:
    talk.is_over.wait(5)


def drips(talk: Talk) -> None:
    """A byte now and then, so that no single wait is ever long."""
    talk.send(b"HTTP/1.1 200 OK\r\nX: ")
    while not talk.is_over.is_set():
        talk.send(b"a")
        time.sleep(0.05)


def never_ends(talk: Talk) -> None:
    """Ten gigabytes, as far as anybody reads them."""
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
    while not talk.is_over.is_set():
        talk.send(b"a" * 65536)
