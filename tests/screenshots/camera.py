"""Takes the pictures: each page in light and dark on each screen, and once on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.browsing import SPILLS, complaints
from tests.screenshots.scenes import Scene, Size

DRAWN = "html[data-charts=drawn]"
PAPER = (718, 1000)
"""A4 between its margins, in pixels."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
INDEX = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of pages of results</title>
<h1>{n} pictures</h1>
{figures}
</html>
"""
FIGURE = (
    '<figure><a href="{name}"><img src="{name}" alt="{words}" width="360" loading="lazy"></a>'
    "<figcaption>{words}</figcaption></figure>"
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A file, and what was wrong with the page it shows."""

    name: str
    faults: tuple[str, ...]


def photograph(browser: Browser, scene: Scene, folder: Path) -> Iterator[Picture]:
    with scene.serve() as address:
        for size in scene.sizes:
            for scheme in SCHEMES:
                yield from _on_a_screen(browser, scene, address, folder, look=(size, scheme))
        yield from _on_paper(browser, scene, address, folder)


def write_index(folder: Path, pictures: list[Picture]) -> None:
    figures = "\n".join(FIGURE.format(name=escape(one.name), words=escape(_words(one))) for one in pictures)
    (folder / "index.html").write_text(INDEX.format(n=len(pictures), figures=figures), encoding="utf-8")


def _words(picture: Picture) -> str:
    return "; ".join([picture.name.removesuffix(".png").replace("_", " "), *picture.faults])


def _on_a_screen(
    browser: Browser, scene: Scene, address: str, folder: Path, *, look: tuple[Size, Literal["light", "dark"]]
) -> Iterator[Picture]:
    (width, height), scheme = look
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme) as context:
        page, seen = _let_in(context.new_page(), scene, address)
        for name, path in scene.pages.items():
            seen.clear()
            _open(page, address + path)
            picture = f"{scene.name}_{name}_{width}_{scheme}.png"
            page.screenshot(path=folder / picture, full_page=True)
            spilled = ("wider than the screen",) if page.evaluate(SPILLS) else ()
            yield Picture(picture, (*seen, *spilled))


def _on_paper(browser: Browser, scene: Scene, address: str, folder: Path) -> Iterator[Picture]:
    """As printing lays it out; that the system is dark must not darken it."""
    with browser.new_context(viewport={"width": PAPER[0], "height": PAPER[1]}, color_scheme="dark") as context:
        page, seen = _let_in(context.new_page(), scene, address)
        for name, path in scene.pages.items():
            seen.clear()
            _open(page, address + path)
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            picture = f"{scene.name}_{name}_paper.png"
            page.screenshot(path=folder / picture, full_page=True)
            page.emulate_media(media="screen")
            yield Picture(picture, tuple(seen))


def _let_in(page: Page, scene: Scene, address: str) -> tuple[Page, list[str]]:
    if scene.cookie:
        page.context.add_cookies([{"name": "aloft", "value": scene.cookie, "url": address}])
    return page, complaints(page, address)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    if page.locator(".plot").count():
        page.wait_for_selector(DRAWN, state="attached")
