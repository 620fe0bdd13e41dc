"""The page of moments: listed, added, corrected, withdrawn."""

from collections.abc import Callable, Mapping

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.models.company.moments import LONGEST_WORDS
from survey.queries import moments, people
from survey.queries.moments import MomentFacts
from survey.services import moments as services
from survey.services.programme import By
from survey.services.rights import Action
from survey.services.standing import standing
from survey.web.guard import requires
from survey.web.moments import form
from survey.web.programme.answers import NOT_POSSIBLE, as_sentence, by, changed
from survey.web.service import service

KINDS = {
    "belief": "A decision that people will remember",
    "reorganisation": "A reorganisation",
    "leader": "A change of leader",
    "other": "Something else",
}
MOST_OFFERED = 200
"""Units that are offered while a path is typed."""


@requires(Action.KEEP_MOMENTS)
def page() -> ResponseReturnValue:
    return _listed({})


@requires(Action.KEEP_MOMENTS)
def add() -> ResponseReturnValue:
    def do(session: Session, moment: MomentFacts) -> str:
        services.add_moment(session, moment, by=by())
        return "The moment stands on the timeline."

    return _kept(do, lambda faults, fault: _listed(request.form, faults, fault=fault))


@requires(Action.KEEP_MOMENTS)
def edit(moment: int) -> ResponseReturnValue:
    return _one(moment)


@requires(Action.KEEP_MOMENTS)
def correct(moment: int) -> ResponseReturnValue:
    def do(session: Session, told: MomentFacts) -> str:
        services.correct_moment(session, moment, told, by=by())
        return "The moment is corrected."

    return _kept(do, lambda faults, _: _one(moment, request.form, faults))


@requires(Action.KEEP_MOMENTS)
def withdraw(moment: int) -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        services.withdraw_moment(session, moment, by=by)
        return "The moment is withdrawn."

    then = url_for("moments.page")
    return changed(do, then=then, otherwise=lambda fault: (_listed({}, fault=fault), NOT_POSSIBLE))


def _kept(
    do: Callable[[Session, MomentFacts], str], otherwise: Callable[[dict[str, str], str], str]
) -> ResponseReturnValue:
    """Read the form, and keep what it says or show what is wrong with it."""
    try:
        with service().stores.company.write() as session:
            found = form.read(session, request.form, people.whole_tree(session))
            said = do(session, found.moment) if found.moment else ""
    except NotPossible as fault:
        return otherwise({}, as_sentence(str(fault))), NOT_POSSIBLE
    if found.moment is None:
        return otherwise(found.faults, ""), NOT_POSSIBLE
    flash(said)
    return redirect(url_for("moments.page"), 303)


def _listed(typed: Mapping[str, str], faults: Mapping[str, str] | None = None, *, fault: str = "") -> str:
    with service().stores.company.read() as session:
        kept, tree = moments.kept_moments(session), people.whole_tree(session)
        today = standing(session, now=service().clock()).today
    coming = [one for one in reversed(kept) if one.moment.first_day > today]
    past = [one for one in kept if one.moment.first_day <= today]
    return render_template(
        "inside/moments/page.html", coming=coming, past=past, fault=fault, **_around(tree, typed, faults), today=today
    )


def _one(number: int, typed: Mapping[str, str] | None = None, faults: Mapping[str, str] | None = None) -> str:
    with service().stores.company.read() as session:
        kept, tree = moments.kept_moment(session, number), people.whole_tree(session)
        today = standing(session, now=service().clock()).today
    if kept is None or kept.is_withdrawn:
        abort(404)
    shown = form.as_typed(kept.moment, tree) if typed is None else typed
    return render_template("inside/moments/one.html", kept=kept, today=today, **_around(tree, shown, faults))


def _around(
    tree: Mapping[int, people.Node], typed: Mapping[str, str], faults: Mapping[str, str] | None
) -> dict[str, object]:
    paths = form.paths(tree)
    return {
        "kinds": KINDS,
        "paths": paths,
        "offered": sorted(paths.values()) if len(paths) <= MOST_OFFERED else [],
        "typed": typed,
        "faults": faults or {},
        "longest": LONGEST_WORDS,
    }
