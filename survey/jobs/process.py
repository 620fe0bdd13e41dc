"""A worker as a process of its own, or as a thread of another one."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from survey.jobs.worker import Worker


def work_until_told(worker: Worker) -> None:
    """Work until SIGTERM or Ctrl-C, then end what is in hand. For the main thread of a process."""
    stop = Event()
    earlier = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        worker.run_until(stop)
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


@contextmanager
def in_background(worker: Worker) -> Iterator[None]:
    """Work in a thread as long as the block lasts; leaving it waits for what is in hand."""
    stop = Event()
    thread = Thread(target=worker.run_until, args=(stop,), name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
