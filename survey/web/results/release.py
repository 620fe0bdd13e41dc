"""All of a release, for HR and the CEO: sixty lines a page, in the tree's order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from survey.services.release import reading
from survey.services.release.certificate import certificate_of
from survey.services.release.tables import pair, path_of, tree_order
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.results.opening import Asked, opened_or_404
from survey.web.service import service

PER_PAGE = 60
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where one is among the pages of a table."""

    number: int
    n_pages: int


@requires(Action.SEE_RELEASE)
def page(number: int) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        units, leaf = _leaf_of(tree_order(asked.opened))
        both, told = pair(session, asked.opened, asked.earlier, units), reading.told(session, asked.opened)
    return _shown("units", asked, leaf, lines=[both.line(unit) for unit in units], told=told)


@requires(Action.SEE_RELEASE)
def bands(number: int) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        high = [asked.opened.root, *asked.opened.divisions]
        both = pair(session, asked.opened, asked.earlier, high)
    lines, leaf = _leaf_of([line for unit in high for line in both.bands(unit)])
    return _shown("bands", asked, leaf, lines=lines)


@requires(Action.SEE_RELEASE)
def questions(number: int) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        asked = opened_or_404(session, number)
        high = [asked.opened.root, *asked.opened.divisions]
        both = pair(session, asked.opened, asked.earlier, high)
    lines, leaf = _leaf_of([one for unit in high for one in both.questions(unit)])
    return _shown("questions", asked, leaf, lines=lines)


def _leaf_of(lines: Sequence[Line]) -> tuple[Sequence[Line], Leaf]:
    wish = request.args.get("page", "1")
    n_pages = max(1, -(-len(lines) // PER_PAGE))
    if not wish.isascii() or not wish.isdigit() or not 1 <= int(wish) <= n_pages:
        abort(404)
    number = int(wish)
    return lines[(number - 1) * PER_PAGE : number * PER_PAGE], Leaf(number, n_pages)


def _shown(part: str, asked: Asked, leaf: Leaf, **values: object) -> str:
    opened = asked.opened
    return render_template(
        f"inside/release/{part}.html",
        opened=opened,
        part=part,
        leaf=leaf,
        number_before=int(asked.earlier.label) if asked.earlier else None,
        began={int(one.label): one.measured_on for one in asked.releases},
        certificate=certificate_of(opened.facts, len(asked.releases)),
        made_at=local(opened.facts.made_at),
        path_of=lambda unit: path_of(opened, unit),
        **values,
    )
