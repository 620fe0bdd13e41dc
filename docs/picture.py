"""Makes docs/images/report.png: the page of the demo report, as chromium draws it (`./run picture`).

The page asks for the reader's system face. A picture should look the same wherever it is made, so here, and only here,
it is set in Lato, out of the documentation tool that the project has installed anyway.
"""  # noqa: INP001 -- a script, part of no package

import sys
from base64 import b64encode
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from dashboards.report import render
from survey.services.simulated_report import simulated_report

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PICTURE = Path(__file__).parent / "images" / "report.png"
WIDTH, HEIGHT = 1440, 1500
FONTS = "themes/readthedocs/css/fonts"
FACES = {"normal": "400", "bold": "600 700"}
READY = """document.fonts.ready.then(
    () => ["16px Pictured", "600 16px Pictured"].every((font) => document.fonts.check(font))
)"""
DRAW_ANEW = "dispatchEvent(new Event('afterprint'))"
DRAWN = "html[data-charts=drawn]"


def main() -> None:
    if not Path(CHROMIUM).exists():
        sys.exit(f"{CHROMIUM} is missing: apt-get install chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(set_in_lato(render(simulated_report())), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, bypass_csp=True)
        page.goto(page_file.as_uri())
        page.wait_for_selector(DRAWN, state="attached")
        if not page.evaluate(READY):
            sys.exit("the font of the picture was not read")
        page.evaluate(DRAW_ANEW)  # the first drawing may have measured its words before the font was there
        page.wait_for_selector(DRAWN, state="attached")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE)  # noqa: T201 -- a command that says what it made


def set_in_lato(page: str) -> str:
    """The page with the font in it, in place of the reader's own."""
    faces = "".join(_face(name, weight) for name, weight in FACES.items())
    return page.replace("</style>", f"{faces}body {{ font-family: Pictured, sans-serif; }}</style>", 1)


def _face(name: str, weight: str) -> str:
    font = b64encode((files("mkdocs") / FONTS / f"lato-{name}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{font})"
    return f"@font-face {{ font-family: Pictured; font-weight: {weight}; src: {source}; }}\n"


if __name__ == "__main__":
    main()
