"""An end that holds whatever the other side does: reading byte by byte renews every time-out but this one."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, Queue
from threading import Thread, Timer
from typing import NoReturn, TypeVar

Found = TypeVar("Found")


@contextmanager
def cut_after(seconds: float, sock: socket.socket) -> Iterator[None]:
    """Cut the connection when the time is over; whoever waits for it gets an error then."""
    cord = socket.socket(fileno=os.dup(sock.fileno()))
    timer = Timer(max(0.0, seconds), _cut, [cord])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        cord.close()


def within(seconds: float, find: Callable[[], Found]) -> Found:
    """What `find` returns or raises, if it does so in time: names are looked up by a function that knows no end."""
    answers: Queue[Callable[[], Found]] = Queue()

    def run() -> None:
        try:
            found = find()
        except Exception as fault:  # noqa: BLE001 -- raised where it is waited for
            answers.put(partial(_raise, fault))
        else:
            answers.put(lambda: found)

    Thread(target=run, name="look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError from None
    return answer()


def _raise(fault: Exception) -> NoReturn:
    raise fault


def _cut(cord: socket.socket) -> None:
    with suppress(OSError):
        cord.shutdown(socket.SHUT_RDWR)
