"""What was probably meant."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from survey.importing.people.folding import folded

MOST_SEARCHES = 20
MOST_COMPARED = 2_000


class Nearest:
    """The nearest of some texts; after a few searches none, so that nonsense costs no more than a good file."""

    def __init__(self, choices: Iterable[str], searches: int = MOST_SEARCHES) -> None:
        self._choices = tuple(choices)
        self._searches = searches
        self._by_fold: dict[str, list[str]] = {}
        self._known: dict[str, str | None] = {}

    def to(self, text: str) -> str | None:
        """The choice that differs from the text the least, if one is near."""
        if text not in self._known:
            if len(self._known) >= self._searches:
                return None
            self._known[text] = self._search(text)
        return self._known[text]

    def _search(self, text: str) -> str | None:
        """First without case, blanks and signs; among very many then only those that begin alike."""
        folds = self._folds()
        wanted = folded(text)
        if wanted in folds:
            return folds[wanted][0]
        near = folds if len(folds) <= MOST_COMPARED else [fold for fold in folds if fold[:2] == wanted[:2]]
        found = get_close_matches(wanted, list(near)[:MOST_COMPARED], n=1, cutoff=0.7)
        return folds[found[0]][0] if found else None

    def _folds(self) -> dict[str, list[str]]:
        if not self._by_fold:
            by_fold = defaultdict(list)
            for choice in self._choices:
                by_fold[folded(choice)].append(choice)
            self._by_fold = dict(by_fold)
        return self._by_fold


def nearest_sentence(what: str, near: str | None) -> str:
    """What is wrong, and where one is near what was probably meant."""
    return f"{what} Nearest: “{near}”." if near else what
