"""A real browser, Debian's chromium, and an app on the loopback for it. Without it tests skip, and fail under CI."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SPILLS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@contextmanager
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail(f"{CHROMIUM} is missing")
        pytest.skip(f"{CHROMIUM} is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def on_loopback(app: Flask) -> Iterator[str]:
    """The address of the app, served by threads of this process."""
    server = waitress.create_server(app, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        server.task_dispatcher.shutdown()
        thread.join()


def is_complaint(text: str) -> bool:
    """That a page is not there is none, nor that the browser cleared what it was told to clear."""
    return "status of 4" not in text and not text.startswith("Clear-Site-Data header")


def complaints(page: Page, address: str) -> list[str]:
    """What the page complains about or asks of others from now on; that a page is not there is no complaint."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if is_complaint(message.text) else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else seen.append(request.url))
    return seen


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds on the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]
