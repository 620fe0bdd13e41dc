"""Take all pictures, or those of the scenes that are named after the folder."""

import logging
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browsing import ARGUMENTS, CHROMIUM
from tests.screenshots.camera import Picture, photograph, write_index
from tests.screenshots.scenes import scenes

FOLDER = "build/screenshots"


def main(words: list[str]) -> int:
    """0 if no page complained or was wider than its screen, 1 otherwise, 2 if it cannot begin."""
    folder, wanted = Path(words[0] if words else FOLDER), words[1:]
    known = {scene.name: scene for scene in scenes()}
    if unknown := [name for name in wanted if name not in known]:
        print(f"got {', '.join(unknown)}; wanted scenes of {', '.join(known)}", file=sys.stderr)
        return 2
    if not shutil.which(CHROMIUM):
        print(f"{CHROMIUM} is missing: apt-get install chromium", file=sys.stderr)
        return 2
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page asks for several files at once
    taken = take(folder, wanted or list(known))
    for one in (one for one in taken if one.faults):
        print(one.name, *one.faults, sep="\n    ")
    print(f"{len(taken)} pictures: {folder / 'index.html'}")
    return 1 if any(one.faults for one in taken) else 0


def take(folder: Path, names: list[str]) -> list[Picture]:
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [scene for scene in scenes() if scene.name in names]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        taken = [one for scene in chosen for one in photograph(browser, scene, folder)]
        browser.close()
    write_index(folder, taken)
    return taken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
