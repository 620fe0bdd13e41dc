"""A server of pages: its port is held before anything else is done, and it ends in good order."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
import waitress

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


@contextmanager
def held(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that is bound, so that a port that is taken is told at once; 0 picks a free one.

    It is not listened to before there is a server: whoever asks too early is refused instead of kept waiting.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
        except OSError as error:
            raise click.ClickException(f"{host}:{port}: got {error.strerror}; wanted a free port") from error
        yield bound


def serve_until_told(site: "WSGIApplication", bound: socket.socket, *, tell: str) -> None:
    """Answer until Ctrl-C or SIGTERM, then end what is in hand; `tell` is said when answers are to be had."""
    # Which of the headers of servers before it are believed is for the site to say: none, unless it is set.
    server = waitress.create_server(site, sockets=[bound], clear_untrusted_proxy_headers=False)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    click.echo(tell)
    server.run()
