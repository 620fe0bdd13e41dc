"""Published comments: read, searched, taken along; always in an order that tells nothing."""

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from survey.queries.comments import PublicComment
from survey.services.comments.blocks import Enough
from survey.services.comments.finding import band_words
from survey.services.comments.reading import Asked, Voices, chosen, voices
from survey.services.release.reading import Opened
from survey.services.rights import Action, may
from survey.web.guard import requires
from survey.web.results.opening import asked_for
from survey.web.service import service
from survey.web.spreadsheets import csv_file
from survey.web.who import account

PER_PAGE = 50
LONGEST_SEARCH = 200
SEED = re.compile(r"[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Read:
    """A wave's comments in the hands of a reader; `names` are those of the parts that have one, by unit."""

    opened: Opened
    numbers: tuple[int, ...]
    voices: Voices
    names: Mapping[int, str]
    asked: Asked
    chosen: tuple[PublicComment, ...]


@requires(Action.SEE_COMMENTS)
def page(number: int | None) -> ResponseReturnValue:
    read = _read(number)
    if read is None:
        return render_template("inside/voices/nothing.html")
    leaf, n_pages = _leaf(len(read.chosen))
    publication = read.voices.publication
    return render_template(
        "inside/voices/comments.html",
        read=read,
        shown=read.chosen[(leaf - 1) * PER_PAGE : leaf * PER_PAGE],
        leaf=leaf,
        n_pages=n_pages,
        written=band_words(publication.written_from, of=read.opened.facts.n_answered) if publication else "",
        withheld=band_words(publication.withheld_from) if publication else "",
        may_moderate=may(account().roles, Action.MODERATE_COMMENTS),
        longest=LONGEST_SEARCH,
        enough=Enough.of(read.opened.k),
    )


@requires(Action.SEE_COMMENTS)
def as_csv(number: int) -> ResponseReturnValue:
    read = _read(number) or abort(404)
    return csv_file(f"aloft-wave-{read.opened.number}-comments.csv", _lines(read))


def _lines(read: Read) -> Iterator[list[str]]:
    yield ["wave", "part", "comment"]
    for one in read.chosen:
        yield [str(read.opened.number), read.names[one.unit_id], one.text]


def _read(number: int | None) -> Read | None:
    with service().stores.company.read() as session:
        found = asked_for(session, number)
        if found is None:
            return None
        opened = found.opened
        said = voices(session, opened)
    names = {unit: opened.tree[unit].name for unit in said.divisions}
    company = opened.tree[opened.root].name
    names |= {opened.root: f"Other parts of {company}" if names else company}
    asked = _asked(names)
    numbers = tuple(int(one.label) for one in found.releases[::-1])
    return Read(opened, numbers, said, names, asked, tuple(chosen(said, asked)))


def _asked(names: Mapping[int, str]) -> Asked:
    """As the address says it. A unit without a name here, and an order that is none, are no page."""
    unit, seed = request.args.get("unit", ""), request.args.get("order") or _default_seed()
    if (unit and not (unit.isascii() and unit.isdigit() and int(unit) in names)) or not SEED.fullmatch(seed):
        abort(404)
    return Asked(int(unit) if unit else None, request.args.get("find", "").strip()[:LONGEST_SEARCH], seed)


def _default_seed() -> str:
    """Another one with each visit; a file has one of its own, so that it can be compared with itself."""
    return "000000" if request.endpoint == "dashboards.comments_csv" else secrets.token_hex(3)


def _leaf(n: int) -> tuple[int, int]:
    n_pages, leaf = max(1, -(-n // PER_PAGE)), request.args.get("page", 1, type=int)
    return (leaf, n_pages) if 1 <= leaf <= n_pages else abort(404)
